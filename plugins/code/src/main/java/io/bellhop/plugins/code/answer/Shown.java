package io.bellhop.plugins.code.answer;

import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Output.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * Output as a chat shows it: both streams in order of arrival. What came in one piece or two is shown by pieces under
 * their streams' names; what came mixed is shown at one, with a mark before each line of standard error.
 */
public final class Shown {
    /** Stands before each line of standard error among others, as in a shell. */
    static final String MARK = "2> ";

    private final Output output;
    private final Excerpt excerpt;

    private Shown(Output output, Excerpt excerpt) {
        this.output = output;
        this.excerpt = excerpt;
    }

    /**
     * Shows output.
     *
     * @param output what was written
     * @param most about how many characters to show
     * @return as much of it
     */
    public static Shown of(Output output, int most) {
        return new Shown(output, Excerpt.of(output.merged(), most));
    }

    /**
     * Returns the whole of output as lines, with marks if it came mixed.
     *
     * @param output what was written
     * @return the lines
     */
    public static String lines(Output output) {
        var whole = output.merged();
        var shown = new Shown(output, new Excerpt(whole, whole.length(), whole.length()));
        return shown.marked() ? shown.mixed() : whole;
    }

    /** A part that is shown of a chunk; parts that say what is left out are of no stream's. */
    private record Part(Stream stream, String text, boolean isGap) {}

    /** {@return whether nothing is left out} */
    boolean whole() {
        return excerpt.whole();
    }

    /** {@return whether lines of standard error are marked} */
    boolean marked() {
        return output.chunks().size() > 2;
    }

    /**
     * Returns what to show.
     *
     * @return the output, perhaps nothing
     */
    public Text text() {
        return marked() ? Text.empty().fence("", withoutLastBreak(mixed())) : apart();
    }

    private Text apart() {
        var text = Text.empty();
        int start = 0;
        for (var chunk : output.chunks()) {
            var shown = new StringBuilder();
            for (var part : parts(chunk, start)) {
                if (part.isGap()) {
                    beginLine(shown);
                }
                shown.append(part.text());
            }
            start += chunk.text().length();
            if (!shown.toString().isBlank()) {
                text = label(text, chunk.stream()).fence("", withoutLastBreak(shown.toString()));
            }
        }
        return text;
    }

    private static Text label(Text before, Stream stream) {
        if (stream == Stream.ERR) {
            return before.add("on standard error:");
        }
        return before.isEmpty() ? before : before.add("on standard output:");
    }

    private String mixed() {
        var shown = new StringBuilder();
        int start = 0;
        for (var chunk : output.chunks()) {
            for (var part : parts(chunk, start)) {
                beginLine(shown);
                shown.append(part.isGap() ? part.text() : marked(part));
            }
            start += chunk.text().length();
        }
        return shown.toString();
    }

    private static String marked(Part part) {
        return part.stream() == Stream.OUT ? part.text() : part.text().replaceAll("(?dm)^(?!\\z)", MARK);
    }

    private static void beginLine(StringBuilder shown) {
        if (!shown.isEmpty() && shown.charAt(shown.length() - 1) != '\n') {
            shown.append('\n');
        }
    }

    /** Returns what is shown of a chunk that begins at an index of the whole. */
    private List<Part> parts(Output.Chunk chunk, int start) {
        var parts = new ArrayList<Part>();
        int end = start + chunk.text().length();
        part(chunk, 0, Math.min(end, excerpt.head()) - start, parts);
        if (!whole() && excerpt.head() >= start && excerpt.head() < end) {
            parts.add(new Part(chunk.stream(), excerpt.gap() + "\n", true));
        }
        part(chunk, Math.max(start, excerpt.tail()) - start, end - start, parts);
        return parts;
    }

    private static void part(Output.Chunk chunk, int from, int to, List<Part> parts) {
        if (from < to) {
            parts.add(new Part(chunk.stream(), chunk.text().substring(from, to), false));
        }
    }

    private static String withoutLastBreak(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
