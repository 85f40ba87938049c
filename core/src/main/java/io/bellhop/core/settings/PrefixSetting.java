package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.core.command.settings.CommandOptions;
import jakarta.inject.Inject;
import java.util.List;

/** What stands in front of a command. */
record PrefixSetting(CommandOptions options) implements KnownSetting {
    static final String KEY = "prefix";
    private static final int LONGEST = 16;

    @Inject
    PrefixSetting {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String help() {
        return "What stands in front of a command; a mention of the bot always works.";
    }

    @Override
    public List<Level> levels() {
        return List.of(Level.SPACE, Level.BOT);
    }

    @Override
    public String base() {
        return options.prefix();
    }

    @Override
    public boolean isConfigured() {
        return !options.prefix().equals(CommandOptions.DEFAULT.prefix());
    }

    @Override
    public String check(String value, Scope scope, Channel here) {
        if (value.isBlank() || value.length() > LONGEST || value.codePoints().anyMatch(PrefixSetting::isGap)) {
            throw KnownSetting.wrong("A prefix is up to " + LONGEST + " characters without a space, such as !");
        }
        if (Character.isLetterOrDigit(value.codePointBefore(value.length()))) {
            throw KnownSetting.wrong("A prefix ends in neither a letter nor a digit, or words would become commands.");
        }
        return value;
    }

    /** Look-alikes are told apart by their numbers. */
    @Override
    public String shown(String value, Channel here) {
        var strange = value.codePoints().filter(c -> c < ' ' || c > '~').boxed().toList();
        return strange.isEmpty()
                ? value
                : value + " ("
                        + String.join(
                                " ", strange.stream().map("U+%04X"::formatted).toList()) + ")";
    }

    private static boolean isGap(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || switch (Character.getType(c)) {
                    case Character.FORMAT, Character.CONTROL, Character.UNASSIGNED, Character.SURROGATE -> true;
                    default -> false;
                };
    }
}
