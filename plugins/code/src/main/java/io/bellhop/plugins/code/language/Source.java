package io.bellhop.plugins.code.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What becomes of the text that was sent: a file, whole.
 *
 * @param file what the program's file is called, as a rule
 * @param entries what finds the name that the file must have instead, before its ending, as its first group: the first
 *     that is found counts
 * @param boilerplate what makes a whole program of a fragment, for languages in which that needs more than statements
 */
public record Source(String file, List<Pattern> entries, Optional<Boilerplate> boilerplate) {
    /**
     * A program as it is compiled or run.
     *
     * @param file what its file is called
     * @param text what is in it
     */
    public record Program(String file, String text) {}

    /**
     * Makes a whole program.
     *
     * @param text what was sent
     * @return the program
     */
    public Program program(String text) {
        var whole = boilerplate.map(around -> around.complete(text)).orElse(text);
        var named = entries.stream()
                .map(entry -> entry.matcher(whole))
                .filter(found -> found.find())
                .findFirst()
                .map(found -> found.group(1) + file.substring(file.lastIndexOf('.')));
        return new Program(named.orElse(file), whole);
    }
}
