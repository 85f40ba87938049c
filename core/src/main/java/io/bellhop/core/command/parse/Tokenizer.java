package io.bellhop.core.command.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words. Quotes, straight or typographic, hold words together; they open only at the beginning of a
 * word or of a flag's value, so that an apostrophe is one. In straight quotes a backslash takes the next quote or
 * backslash literally.
 */
final class Tokenizer {
    private static final String OPENING = "\"'“„‘«";
    private static final String[] CLOSING = {"\"", "'", "”“", "“”", "’", "»"};

    private final String line;
    private final boolean lenient;
    private final List<Token> tokens = new ArrayList<>();
    private final List<String> hopeless = new ArrayList<>(); // quotes known to stay open: looked for only once
    private int at;

    private Tokenizer(String line, boolean lenient) {
        this.line = line;
        this.lenient = lenient;
    }

    /**
     * Splits a line.
     *
     * @param line the line
     * @param lenient whether a quote that is never closed is literal rather than wrong
     */
    static List<Token> split(String line, boolean lenient) {
        var tokenizer = new Tokenizer(line, lenient);
        while (tokenizer.skipSpace()) {
            tokenizer.word();
        }
        return tokenizer.tokens;
    }

    private boolean skipSpace() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length();
    }

    private void word() {
        int start = at;
        boolean quoted = OPENING.indexOf(line.charAt(at)) >= 0;
        if (!quoted && line.charAt(at) != '-') {
            skipWord();
            tokens.add(new Token(line.substring(start, at), false, start, at));
            return;
        }
        var value = new StringBuilder();
        boolean opens = true;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            char c = line.charAt(at);
            if (opens && OPENING.indexOf(c) >= 0 && quotation(value)) {
                opens = false;
            } else {
                value.append(c);
                at++;
                opens = c == '=' && value.charAt(0) == '-';
            }
        }
        tokens.add(new Token(value.toString(), quoted, start, at));
    }

    private void skipWord() {
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    /** Reads a quotation from its opening quote on; tells whether it was closed, and stays where it was if not. */
    private boolean quotation(StringBuilder value) {
        int start = at;
        var closing = CLOSING[OPENING.indexOf(line.charAt(at))];
        if (hopeless.contains(closing)) {
            return false;
        }
        var inside = new StringBuilder();
        for (int i = at + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (closing.indexOf(c) >= 0) {
                value.append(inside);
                at = i + 1;
                return true;
            }
            if (c == '\\' && i + 1 < line.length() && isEscaped(closing, line.charAt(i + 1))) {
                c = line.charAt(++i);
            }
            inside.append(c);
        }
        if (lenient) {
            hopeless.add(closing);
            return false;
        }
        throw new WrongInput(
                "This quote is never closed. Close it, or put a backslash before it inside other quotes.",
                new Token("", true, start, start + 1));
    }

    private static boolean isEscaped(String closing, char c) {
        return (closing.equals("\"") || closing.equals("'")) && (c == '\\' || closing.indexOf(c) >= 0);
    }
}
