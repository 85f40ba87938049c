/** From what a user wrote to the arguments of a command's method. */
@NullMarked
package io.bellhop.core.command.parse;

import org.jspecify.annotations.NullMarked;
