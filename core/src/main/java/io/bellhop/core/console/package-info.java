/** The connector to the terminal or pipe that the bot was started from. */
@NullMarked
package io.bellhop.core.console;

import org.jspecify.annotations.NullMarked;
