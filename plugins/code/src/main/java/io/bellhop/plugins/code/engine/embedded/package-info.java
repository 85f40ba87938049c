/** JavaScript inside the bot: QuickJS as JVM bytecode, with memory, time and output capped. */
@NullMarked
package io.bellhop.plugins.code.engine.embedded;

import org.jspecify.annotations.NullMarked;
