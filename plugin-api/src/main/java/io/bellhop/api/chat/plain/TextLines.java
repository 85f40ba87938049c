package io.bellhop.api.chat.plain;

/** Puts running text and whole lines one after another, so that lines stand alone and no empty one creeps in. */
final class TextLines {
    private final StringBuilder lines = new StringBuilder();
    private boolean afterBlock;

    void inline(String characters) {
        if (characters.isEmpty()) {
            return;
        }
        if (afterBlock && characters.charAt(0) != '\n') {
            lines.append('\n');
        }
        afterBlock = false;
        lines.append(characters);
    }

    /** Adds whole lines, given without their last line break. */
    void block(String whole) {
        if (whole.isEmpty()) {
            return;
        }
        if (afterBlock || (!lines.isEmpty() && lines.charAt(lines.length() - 1) != '\n')) {
            lines.append('\n');
        }
        lines.append(whole);
        afterBlock = true;
    }

    @Override
    public String toString() {
        var all = lines.toString();
        return afterBlock ? all : withoutLastBreak(all);
    }

    static String withoutLastBreak(String string) {
        return string.endsWith("\n") ? string.substring(0, string.length() - 1) : string;
    }
}
