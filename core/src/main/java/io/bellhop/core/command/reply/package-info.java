/** What a user asked for, and how the replies to it reach them. */
@NullMarked
package io.bellhop.core.command.reply;

import org.jspecify.annotations.NullMarked;
