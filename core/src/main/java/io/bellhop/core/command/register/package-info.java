/** Which commands there are, who hosts them, and what their names and shorthands stand for. */
@NullMarked
package io.bellhop.core.command.register;

import org.jspecify.annotations.NullMarked;
