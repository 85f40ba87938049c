/** What a sandbox's processes use, and who ends them when it is too much. */
@NullMarked
package io.bellhop.plugins.code.engine.sandbox.watch;

import org.jspecify.annotations.NullMarked;
