package io.bellhop.api.chat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said, as a tree. A string is literal, always: markup and mentions come from the builders alone, so nothing
 * that a user or a program wrote can become one by accident. Immutable; each method returns a longer text.
 */
public final class Text {
    private static final Text EMPTY = new Text(List.of());

    private final List<Node> nodes;

    private Text(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** A part of a text. Connectors turn each into their platform's notation. */
    public sealed interface Node permits Literal, Bold, Code, Fence, Link, Mention, Time {}

    /**
     * Characters to be shown exactly as they are.
     *
     * @param string the characters
     */
    public record Literal(String string) implements Node {}

    /**
     * A text that stands out.
     *
     * @param text what is emphasised
     */
    public record Bold(Text text) implements Node {}

    /**
     * Literal characters in a fixed-width face, within a line.
     *
     * @param string the characters
     */
    public record Code(String string) implements Node {}

    /**
     * Literal lines in a fixed-width face, standing on lines of their own.
     *
     * @param language the language for highlighting, or an empty string
     * @param string the lines
     */
    public record Fence(String language, String string) implements Node {}

    /**
     * A link.
     *
     * @param label what is shown
     * @param target where it leads
     */
    public record Link(String label, URI target) implements Node {}

    /**
     * A user called by name. This and nothing else notifies them.
     *
     * @param user who
     */
    public record Mention(UserId user) implements Node {}

    /**
     * A moment, shown in the reader's own time zone where the platform can.
     *
     * @param instant when
     */
    public record Time(Instant instant) implements Node {}

    /**
     * Returns a text with nothing in it.
     *
     * @return the empty text
     */
    public static Text empty() {
        return EMPTY;
    }

    /**
     * Starts a text with literal characters.
     *
     * @param literal a value whose string form is shown as it is
     * @return the text
     */
    public static Text of(Object literal) {
        return EMPTY.add(literal);
    }

    /**
     * Adds literal characters.
     *
     * @param literal a value whose string form is shown as it is
     * @return the longer text
     */
    public Text add(Object literal) {
        var string = String.valueOf(literal);
        return string.isEmpty() ? this : with(new Literal(string));
    }

    /**
     * Adds another text.
     *
     * @param text what follows
     * @return the longer text
     */
    public Text add(Text text) {
        var longer = new ArrayList<>(nodes);
        longer.addAll(text.nodes);
        return new Text(List.copyOf(longer));
    }

    /**
     * Adds a line break.
     *
     * @return the longer text
     */
    public Text line() {
        return with(new Literal("\n"));
    }

    /**
     * Adds literal characters that stand out.
     *
     * @param literal a value whose string form is shown
     * @return the longer text
     */
    public Text bold(Object literal) {
        return with(new Bold(of(literal)));
    }

    /**
     * Adds literal characters in a fixed-width face.
     *
     * @param literal a value whose string form is shown
     * @return the longer text
     */
    public Text code(Object literal) {
        return with(new Code(String.valueOf(literal)));
    }

    /**
     * Adds literal lines in a fixed-width face.
     *
     * @param language the language for highlighting, or an empty string
     * @param lines the lines, which may hold anything, even fences
     * @return the longer text
     */
    public Text fence(String language, String lines) {
        return with(new Fence(language, lines));
    }

    /**
     * Adds a link.
     *
     * @param label what is shown
     * @param target where it leads
     * @return the longer text
     */
    public Text link(String label, URI target) {
        return with(new Link(label, target));
    }

    /**
     * Adds a mention, which notifies the user.
     *
     * @param user who
     * @return the longer text
     */
    public Text mention(UserId user) {
        return with(new Mention(user));
    }

    /**
     * Adds a moment.
     *
     * @param instant when
     * @return the longer text
     */
    public Text time(Instant instant) {
        return with(new Time(instant));
    }

    /**
     * Returns the parts of this text.
     *
     * @return the parts in order
     */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * Tells whether there is anything to show.
     *
     * @return true if there is no part
     */
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && nodes.equals(text.nodes);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    @Override
    public String toString() {
        return nodes.toString();
    }

    private Text with(Node node) {
        if (nodes.isEmpty()) {
            return new Text(List.of(node));
        }
        var longer = new ArrayList<Node>(nodes.size() + 1);
        longer.addAll(nodes);
        longer.add(node);
        return new Text(List.copyOf(longer));
    }
}
