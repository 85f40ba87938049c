package io.bellhop.plugins.code.language;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What of a program only looks like code: its comments and strings, as a rule.
 *
 * @param pattern what finds it
 */
public record Opaque(Pattern pattern) {
    /**
     * Blanks it, so that all else stands where it stood.
     *
     * @param text a program
     * @return the same, with a space for each character of a comment or string that ends no line
     */
    public String blank(String text) {
        var legible = text.toCharArray();
        pattern.matcher(text)
                .results()
                .flatMapToInt(found -> IntStream.range(found.start(), found.end()))
                .filter(at -> legible[at] != '\n')
                .forEach(at -> legible[at] = ' ');
        return new String(legible);
    }
}
