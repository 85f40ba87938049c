package io.bellhop.core.command.parse;

import io.bellhop.api.command.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message taken apart: the command line, and the code blocks in their order. A backslash before a fence makes it
 * ordinary text, as it does in Markdown.
 *
 * @param line all that stands outside of blocks, on one line
 * @param blocks the blocks; one that is never closed ends with the message
 */
public record MessageParts(String line, List<CodeBlock> blocks) {
    private static final String FENCE = "```";
    private static final String LITERAL_FENCE = "\\" + FENCE;

    /** Nobody writes more; each costs a look through the rest of the message. */
    private static final int MOST_BLOCKS = 100;

    public static MessageParts of(String text) {
        int open = text.indexOf(FENCE);
        if (open < 0) {
            return new MessageParts(text.strip(), List.of());
        }
        var line = new StringBuilder();
        var blocks = new ArrayList<CodeBlock>();
        int at = 0;
        while (open >= 0 && blocks.size() < MOST_BLOCKS) {
            if (open > at && text.charAt(open - 1) == '\\') {
                int end = withoutTicks(text, open);
                line.append(text, at, open - 1).append(text, open, end);
                at = end;
            } else {
                line.append(text, at, open).append(' ');
                at = block(text, open, blocks);
            }
            open = text.indexOf(FENCE, at);
        }
        line.append(text, at, text.length());
        return new MessageParts(line.toString().strip(), blocks);
    }

    /** Returns the text that is taken apart into these parts. */
    public String text() {
        var text = new StringBuilder(line.replace(FENCE, LITERAL_FENCE));
        for (var block : blocks) {
            var fence = fenceAround(block.code());
            text.append('\n').append(fence).append(block.language()).append('\n');
            text.append(block.code()).append('\n').append(fence);
        }
        return text.toString();
    }

    /** Returns these and what another message adds. */
    public MessageParts and(MessageParts more) {
        return MessageParts.of(text() + " " + more.text());
    }

    MessageParts withLine(String other) {
        return new MessageParts(other, blocks);
    }

    /** Returns the same with a single-backtick span at the end of the line taken as a block. */
    MessageParts withInlineCode() {
        int close = line.length() - 1;
        int open = line.indexOf('`');
        if (!blocks.isEmpty() || open < 0 || open >= close || line.charAt(close) != '`') {
            return this;
        }
        var code = new CodeBlock("", line.substring(open + 1, close));
        return new MessageParts(line.substring(0, open).stripTrailing(), List.of(code));
    }

    private static String fenceAround(String code) {
        var fence = FENCE;
        while (code.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    /** Reads the block that opens at a place; returns where the text goes on after it. */
    private static int block(String text, int open, List<CodeBlock> blocks) {
        int start = withoutTicks(text, open);
        var fence = text.substring(open, start);
        int close = closing(text, start, fence);
        int end = close < 0 ? text.length() : close;
        int header = text.indexOf('\n', start);
        var language =
                header < 0 || header > end ? "" : text.substring(start, header).strip();
        boolean tagged = header >= 0 && header <= end && language.chars().noneMatch(Character::isWhitespace);
        var code = tagged ? text.substring(Math.min(header + 1, end), end) : text.substring(start, end);
        blocks.add(new CodeBlock(tagged ? language.toLowerCase(Locale.ROOT) : "", withoutLastBreak(code)));
        return close < 0 ? text.length() : close + fence.length();
    }

    private static int withoutTicks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '`') {
            at++;
        }
        return at;
    }

    /** Finds the closing fence: one on the same line, else best one that stands at the beginning of a line. */
    private static int closing(String text, int from, String fence) {
        int first = text.indexOf(fence, from);
        if (first < 0 || text.indexOf('\n', from, first) < 0) {
            return first;
        }
        int atLineStart = text.indexOf("\n" + fence, from);
        return atLineStart >= 0 ? atLineStart + 1 : first;
    }

    private static String withoutLastBreak(String code) {
        int end = code.length();
        if (code.endsWith("\n")) {
            end -= code.endsWith("\r\n") ? 2 : 1;
        }
        return code.substring(0, end);
    }
}
