/** What the connector asks about the bot's commands. */
@NullMarked
package io.bellhop.core.discord.command;

import org.jspecify.annotations.NullMarked;
