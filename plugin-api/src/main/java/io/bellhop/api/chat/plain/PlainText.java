package io.bellhop.api.chat.plain;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * Content as lines of text, for platforms without markup, cards or buttons. A fence stands on lines of its own and
 * nothing is put around it; a card becomes its title, text, {@code name: value} lines, the image's address and footer;
 * choices become lines such as {@code 1) Re-run}; each attachment becomes a note. Every literal passes {@link Visible}.
 * Safe for use from any thread.
 */
public final class PlainText {
    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    private final Style style;

    /**
     * Makes a rendering.
     *
     * @param style how characters stand out
     */
    public PlainText(Style style) {
        this.style = style;
    }

    /**
     * Renders content.
     *
     * @param content what is sent
     * @param note says what is shown for an attachment, as one line
     * @return the lines without a last line break, empty if there is nothing to show
     */
    public String of(Content content, Function<Attachment, String> note) {
        var lines = new TextLines();
        add(lines, content.text());
        content.card().ifPresent(card -> add(lines, card));
        add(lines, content.choices());
        content.attachments().forEach(file -> lines.block(style.faint(line(note.apply(file)))));
        return lines.toString();
    }

    /**
     * Renders a text.
     *
     * @param text the text
     * @return the lines without a last line break, empty if there is nothing to show
     */
    public String of(Text text) {
        var lines = new TextLines();
        add(lines, text);
        return lines.toString();
    }

    /**
     * Says that there is a file, for platforms that can't carry it.
     *
     * @param file the file
     * @return a note such as {@code (file plot.png, 12 KiB)}
     */
    public static String note(Attachment file) {
        return "(file " + file.name() + ", " + size(file.size()) + ")";
    }

    private void add(TextLines lines, Text text) {
        text.nodes().forEach(node -> add(lines, node));
    }

    private void add(TextLines lines, Text.Node node) {
        switch (node) {
            case Text.Literal(var string) -> lines.inline(shown(string));
            case Text.Bold(var text) -> lines.inline(style.bold(of(text)));
            case Text.Code(var string) -> lines.inline(style.code(shown(string)));
            case Text.Fence fence -> lines.block(fence(fence.string()));
            case Text.Link(var label, var target) -> lines.inline(link(label, target.toString()));
            case Text.Mention(var user) -> lines.inline(line(style.mention(user)));
            case Text.Time(var instant) -> lines.inline(time(instant));
        }
    }

    private void add(TextLines lines, Card card) {
        lines.block(card.title().isEmpty() ? "" : style.bold(line(card.title())));
        lines.block(of(card.text()));
        card.fields().forEach(field -> lines.block(field(field)));
        card.image().ifPresent(image -> lines.block(line(image.toString())));
        card.footer().ifPresent(footer -> lines.block(style.faint(line(footer))));
    }

    private void add(TextLines lines, List<Choice> choices) {
        for (int i = 0; i < choices.size(); i++) {
            lines.block(i + 1 + ") " + line(choices.get(i).label()));
        }
    }

    private String field(Card.Field field) {
        var value = of(field.value());
        return style.bold(line(field.name()) + ":") + (value.contains("\n") ? "\n" : " ") + value;
    }

    private String fence(String string) {
        var shown = TextLines.withoutLastBreak(shown(string));
        return shown.isEmpty() ? "" : style.code(shown);
    }

    private static String link(String label, String target) {
        return label.isEmpty() || label.equals(target) ? line(target) : line(label) + " (" + line(target) + ")";
    }

    private static String time(Instant instant) {
        var seconds = instant.truncatedTo(ChronoUnit.SECONDS).toString();
        return seconds.replace('T', ' ').replace("Z", " UTC");
    }

    private static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        return bytes < MIB ? bytes / KIB + " KiB" : bytes / MIB + " MiB";
    }

    private static String shown(String string) {
        // a program on another system ends its lines so: that is a line break, not a hidden character
        return Visible.of(string.indexOf('\r') < 0 ? string : string.replace("\r\n", "\n"));
    }

    private static String line(String string) {
        return shown(string).replace('\n', ' ');
    }
}
