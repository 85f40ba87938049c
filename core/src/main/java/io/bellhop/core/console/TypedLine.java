package io.bellhop.core.console;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;

/** What was typed, whole: what its parts are is for the commands to say. */
record TypedLine(String line, int cursor) implements CompletingParsedLine {
    /** Parses a line; one that leaves a code block open goes on on the next. */
    static TypedLine parse(String line, int cursor, ParseContext context, Predicate<String> takesCode) {
        if (context == ParseContext.ACCEPT_LINE && Fence.isLeftOpenIn(line, takesCode)) {
            throw new EOFError(-1, -1, "the code block is open");
        }
        return new TypedLine(line, cursor);
    }

    @Override
    public String word() {
        return line;
    }

    @Override
    public int wordCursor() {
        return cursor;
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(line);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return cursor;
    }

    @Override
    public int rawWordLength() {
        return line.length();
    }
}
