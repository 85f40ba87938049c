/** The running of an invocation, from its place in a queue to its one end. */
@NullMarked
package io.bellhop.core.command.run;

import org.jspecify.annotations.NullMarked;
