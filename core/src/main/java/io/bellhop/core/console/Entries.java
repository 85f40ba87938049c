package io.bellhop.core.console;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines together to what they mean: each line is an entry, and the code blocks on the lines that follow belong to
 * it (after a program its input, and files beside it). Empty lines between them don't matter. A block that nothing
 * closes ends with the input.
 */
final class Entries {
    private final Lines lines;
    private final Predicate<String> takesCode;

    Entries(Lines lines, Predicate<String> takesCode) {
        this.lines = lines;
        this.takesCode = takesCode;
    }

    /** {@return the next entry, or null at the end} */
    @Nullable
    Entry next() throws InterruptedException {
        var line = lines.take();
        while (line != null && line.isBlank()) {
            line = lines.take();
        }
        return line == null ? null : entry(line);
    }

    private Entry entry(String line) throws InterruptedException {
        var draft = new Draft();
        boolean mayTakeCode = takesCode.test(line);
        if (Fence.opens(line)) {
            readBlock(line, draft);
        } else {
            draft.add(line);
        }
        if (mayTakeCode && mayHaveBlocks(draft.entry())) {
            readWithin(line, draft);
        }
        if (mayHaveBlocks(draft.entry())) {
            readBlocks(mayTakeCode, draft);
        }
        return draft.entry();
    }

    private static boolean mayHaveBlocks(Entry entry) {
        return !entry.isSlashCommand() || SlashCommands.isEdit(entry.text());
    }

    private void readBlocks(boolean patiently, Draft draft) throws InterruptedException {
        while (fenceFollows(patiently)) {
            var opening = lines.take();
            if (opening != null) {
                readBlock(opening, draft);
            }
        }
    }

    private boolean fenceFollows(boolean patiently) throws InterruptedException {
        var line = lines.peek(patiently);
        while (line != null && line.isBlank()) {
            lines.take();
            line = lines.peek(patiently);
        }
        return line != null && Fence.opens(line);
    }

    /** A block that opens at the end of its command's own line. */
    private void readWithin(String line, Draft draft) throws InterruptedException {
        var fence = Fence.within(line);
        if (fence.isPresent()) {
            readRest(fence.get(), draft);
        }
    }

    private void readBlock(String opening, Draft draft) throws InterruptedException {
        var fence = Fence.of(opening);
        draft.add(fence.line());
        if (!fence.isClosed()) {
            readRest(fence, draft);
        }
    }

    private void readRest(Fence fence, Draft draft) throws InterruptedException {
        var line = lines.take();
        for (; line != null && !fence.isClosedBy(line); line = lines.take()) {
            draft.add(line);
        }
        if (line != null && !fence.before(line).isBlank()) {
            draft.add(fence.before(line));
        }
        draft.add(fence.ticks());
    }

    /** A message that grows until it is too long. */
    private static final class Draft {
        private final StringBuilder text = new StringBuilder();
        private boolean tooLong;

        void add(String line) {
            tooLong = tooLong || text.length() + line.length() >= Lines.LONGEST + (text.isEmpty() ? 1 : 0);
            if (!tooLong) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }

        Entry entry() {
            return new Entry(text.toString(), tooLong);
        }
    }
}
