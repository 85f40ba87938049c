/** What a class file declares of commands, read without running anything. */
@NullMarked
package io.bellhop.core.command.declare;

import org.jspecify.annotations.NullMarked;
