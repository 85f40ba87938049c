/** Links the bot to IRC networks: each is a space of the connector {@code irc}. */
@NullMarked
package io.bellhop.plugins.irc;

import org.jspecify.annotations.NullMarked;
