package io.bellhop.core.command.settings;

/**
 * What the owner may set for all commands.
 *
 * @param prefix what stands in front of a command
 */
public record CommandOptions(String prefix) {
    /** What holds when the configuration says nothing. */
    public static final CommandOptions DEFAULT = new CommandOptions("!");
}
