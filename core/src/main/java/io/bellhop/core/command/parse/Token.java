package io.bellhop.core.command.parse;

/**
 * A word of a command line.
 *
 * @param value what it says, without quotes
 * @param quoted whether it was quoted, so that it can't be a flag
 * @param start where it begins in the line
 * @param end where the line goes on
 */
record Token(String value, boolean quoted, int start, int end) {
    /** A token that stands for a default, at no place in the line. */
    static Token fallback(String value) {
        return new Token(value, true, -1, -1);
    }
}
