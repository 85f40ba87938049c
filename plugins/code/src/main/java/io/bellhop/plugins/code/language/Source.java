package io.bellhop.plugins.code.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What becomes of the text that was sent: a file, whole.
 *
 * @param file what the program's file is called, as a rule
 * @param files what lies beside it, by name
 * @param opaque what of a program only looks like code
 * @param entries what finds the name that the file must have instead, before its ending, as its groups: folders first,
 *     in which a dot parts one from the next; the first that is found outside of what is opaque counts
 * @param boilerplate what makes a whole program of a fragment, for languages in which that needs more than statements
 */
public record Source(
        String file,
        Map<String, String> files,
        Opaque opaque,
        List<Pattern> entries,
        Optional<Boilerplate> boilerplate) {
    /**
     * A program as it is compiled or run.
     *
     * @param file what its file is called
     * @param files what is in all files, by name
     */
    public record Program(String file, SequencedMap<String, String> files) {}

    /**
     * Makes a whole program.
     *
     * @param text what was sent
     * @return the program
     */
    public Program program(String text) {
        var whole = boilerplate.map(around -> around.complete(text, opaque)).orElse(text);
        var name = name(whole);
        var all = new LinkedHashMap<>(files);
        all.put(name, whole);
        return new Program(name, all);
    }

    private String name(String text) {
        var legible = opaque.blank(text);
        return entries.stream()
                .map(entry -> entry.matcher(legible))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> path(found) + file.substring(file.lastIndexOf('.')))
                .orElse(file);
    }

    private static String path(MatchResult found) {
        return IntStream.rangeClosed(1, found.groupCount())
                .boxed()
                .flatMap(number -> Stream.ofNullable(found.group(number)))
                .map(group -> group.replace('.', '/'))
                .collect(Collectors.joining("/"));
    }
}
