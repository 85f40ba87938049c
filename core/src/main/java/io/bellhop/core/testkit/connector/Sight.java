package io.bellhop.core.testkit.connector;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that appeared before people's eyes. A {@link Platform} reads what it was sent as its users' programs would:
 * markup is gone, and what it does is told.
 *
 * @param kind what it is
 * @param text all that can be read: text, cards, names of files; for a reaction the emoji; without markup
 * @param code those parts of the text that stand as code, empty where the platform has no such thing
 * @param notified whom the platform notifies: ids of users, and {@code everyone} for more than one
 * @param choices the labels of what can be picked, empty where the platform has no such thing
 * @param files the files that came with it: contents, as UTF-8, by name
 */
public record Sight(
        Kind kind,
        String text,
        List<String> code,
        Set<String> notified,
        List<String> choices,
        Map<String, String> files) {
    /** What appeared. */
    public enum Kind {
        /** A new message. */
        MESSAGE,
        /** A message became another. */
        EDIT,
        /** A message went. */
        DELETION,
        /** A reaction stands under a message. */
        REACTION,
        /** Somebody is writing. */
        TYPING
    }

    /**
     * Makes a sight of text and nothing else.
     *
     * @param kind what it is
     * @param text what can be read
     * @return the sight
     */
    public static Sight of(Kind kind, String text) {
        return new Sight(kind, text, List.of(), Set.of(), List.of(), Map.of());
    }

    /**
     * Adds files.
     *
     * @param more contents by name
     * @return the fuller sight
     */
    public Sight with(Map<String, String> more) {
        return new Sight(kind, text, code, notified, choices, Map.copyOf(more));
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** All that can be had, files opened. */
    String all() {
        return text + "\n" + String.join("\n", choices) + "\n" + String.join("\n", files.values());
    }
}
