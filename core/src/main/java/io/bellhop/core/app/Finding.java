package io.bellhop.core.app;

import java.util.Locale;

/**
 * What the doctor saw.
 *
 * @param mark how bad it is
 * @param subject what was looked at
 * @param seen what was seen, and what to do about it unless all is well
 */
record Finding(Mark mark, String subject, String seen) {
    /** How bad a finding is. */
    enum Mark {
        /** As it should be. */
        OK("32"),
        /** The bot runs without it, less well. */
        NOTE("33"),
        /** The bot can't run without it. */
        MISSING("31");

        private final String colour;

        Mark(String colour) {
            this.colour = colour;
        }
    }

    static Finding ok(String subject, String seen) {
        return new Finding(Mark.OK, subject, seen);
    }

    static Finding note(String subject, String seen) {
        return new Finding(Mark.NOTE, subject, seen);
    }

    static Finding missing(String subject, String seen) {
        return new Finding(Mark.MISSING, subject, seen);
    }

    String line(boolean coloured) {
        var word = "%-8s".formatted(mark.name().toLowerCase(Locale.ROOT));
        var shown = coloured ? "\033[" + mark.colour + "m" + word + "\033[0m" : word;
        return shown + "%-16s%s".formatted(subject, seen);
    }
}
