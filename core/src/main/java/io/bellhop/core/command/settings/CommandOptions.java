package io.bellhop.core.command.settings;

import java.time.Duration;

/**
 * What the owner may set for all commands.
 *
 * @param prefix what stands in front of a command
 * @param editWindow how long an edit asks again, and a deletion takes the answer along
 */
public record CommandOptions(String prefix, Duration editWindow) {
    /** What holds when the configuration says nothing. */
    public static final CommandOptions DEFAULT = new CommandOptions("!", Duration.ofMinutes(10));
}
