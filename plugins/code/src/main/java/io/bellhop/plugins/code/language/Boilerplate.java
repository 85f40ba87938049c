package io.bellhop.plugins.code.language;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes a whole program of statements. The lines of the fragment keep their numbers, so that the compiler's
 * complaints fit what was sent.
 *
 * @param unless what a whole program has, outside of what is opaque
 * @param hoist what must stand before all else, such as imports
 * @param mark what stands above each thing that is hoisted, with {@code {number}} where the number of its line goes
 * @param imports by what is used, outside of what is opaque, what is to be hoisted for it
 * @param binds finds the names that what is hoisted binds: no import binds one that the fragment's own bind
 * @param before what stands before the statements, with {@code {lines}} or {@code {line}} where all that was hoisted
 *     goes, each on a line of its own or all on one; then what stands before all else already stays there
 * @param after what stands after them
 */
public record Boilerplate(
        Pattern unless,
        Pattern hoist,
        String mark,
        Map<Pattern, String> imports,
        Pattern binds,
        String before,
        String after) {
    private static final String ONE_LINE = "{line}";

    /**
     * Puts a fragment into a program.
     *
     * @param text what was sent
     * @param opaque what of it only looks like code
     * @return the program, or the text itself if it is one
     */
    public String complete(String text, Opaque opaque) {
        var legible = opaque.blank(text);
        if (unless.matcher(legible).find()) {
            return text;
        }
        var parted = new Hoisting(text, legible);
        if (before.contains(ONE_LINE)) {
            parted.leaveFirst(hoist);
        }
        parted.hoist(hoist, mark);
        var hoisted = Stream.concat(added(parted, opaque), parted.lines().stream());
        return parted.first() + head(hoisted.toList()) + parted.rest() + after;
    }

    private Stream<String> added(Hoisting parted, Opaque opaque) {
        var bound = names(parted.first() + "\n" + String.join("\n", parted.lines()));
        var legible = opaque.blank(parted.rest());
        return imports.entrySet().stream()
                .filter(one -> one.getKey().matcher(legible).find())
                .map(Map.Entry::getValue)
                .filter(line -> Collections.disjoint(names(line), bound));
    }

    private Set<String> names(String hoisted) {
        return binds.matcher(hoisted).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private String head(List<String> hoisted) {
        return before.replace("{lines}", String.join("\n", hoisted)).replace(ONE_LINE, String.join(" ", hoisted));
    }
}
