package io.bellhop.plugins.code.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What makes a whole program of statements. The lines of the fragment keep their numbers, so that the compiler's
 * complaints fit what was sent.
 *
 * @param unless what a whole program has
 * @param hoist what must stand before all else, such as imports
 * @param imports by what is used, what is to be hoisted for it if the fragment does not say so itself
 * @param before what stands before the statements, with {@code {lines}} or {@code {line}} where all that was hoisted
 *     goes, each on a line of its own or all on one
 * @param after what stands after them
 */
public record Boilerplate(Pattern unless, Pattern hoist, Map<Pattern, String> imports, String before, String after) {
    /**
     * Puts a fragment into a program.
     *
     * @param text what was sent
     * @return the program, or the text itself if it is one
     */
    public String complete(String text) {
        if (unless.matcher(text).find()) {
            return text;
        }
        var hoisted = new ArrayList<String>();
        var rest = hoist.matcher(text).replaceAll(found -> {
            hoisted.add(found.group().strip());
            return blankLines(found);
        });
        imports.forEach((used, line) -> {
            if (used.matcher(rest).find() && hoisted.stream().noneMatch(own -> own.contains(line))) {
                hoisted.add(line);
            }
        });
        return head(hoisted) + rest + after;
    }

    private String head(List<String> hoisted) {
        return before.replace("{lines}", String.join("\n", hoisted)).replace("{line}", String.join(" ", hoisted));
    }

    private static String blankLines(MatchResult found) {
        return "\n".repeat((int)
                found.group().chars().filter(character -> character == '\n').count());
    }
}
