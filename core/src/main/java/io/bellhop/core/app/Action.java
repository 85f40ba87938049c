package io.bellhop.core.app;

import java.util.Locale;
import java.util.Optional;

/** What can be asked for on the command line. */
public enum Action {
    /** Run the bot until it is told to end. */
    START,
    /** Say what works, what is missing and how to get it. */
    DOCTOR,
    /** Save the home. */
    BACKUP,
    /** Bring a saved home back. */
    RESTORE,
    /** Say how to call. */
    HELP,
    /** Say which Bellhop and which Java this is. */
    VERSION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int mostArguments() {
        return switch (this) {
            case BACKUP, RESTORE -> 1;
            case START, DOCTOR, HELP, VERSION -> 0;
        };
    }

    /** Finds a sub-command; the version is an option instead. */
    static Optional<Action> named(String word) {
        for (var action : values()) {
            if (action != VERSION && action.word().equals(word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
