package io.bellhop.core.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the documentation, by its sections. */
record Guide(List<Section> sections) {
    private static final Pattern SNIPPET =
            Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** The fenced blocks under a heading. */
    record Section(String title, List<Snippet> snippets) {
        List<String> in(String language) {
            return snippets.stream()
                    .filter(snippet -> snippet.language.equals(language))
                    .map(Snippet::text)
                    .toList();
        }
    }

    record Snippet(String language, String text) {
        private static Snippet of(MatchResult match) {
            return new Snippet(match.group(1), match.group(2));
        }
    }

    static Guide read(Path page) throws IOException {
        var sections = new ArrayList<Section>();
        for (var section : Files.readString(page).split("\n## ", -1)) {
            var snippets = SNIPPET.matcher(section).results().map(Snippet::of).toList();
            sections.add(new Section(section.lines().findFirst().orElse(""), snippets));
        }
        return new Guide(sections);
    }
}
