/** Commands: how a plugin declares them, and what one running of a command can do. */
@NullMarked
package io.bellhop.api.command;

import org.jspecify.annotations.NullMarked;
