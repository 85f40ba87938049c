package io.bellhop.core.discord.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays pieces out in messages of a limited length, cutting at line breaks, else between words, else between characters.
 * Marks that are open at a cut are closed there and opened again in the next message.
 */
final class Splitter {
    private static final String BOLD = "**";

    private final int limit;
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private boolean bold;
    private boolean afterFence;

    private Splitter(int limit) {
        this.limit = limit;
    }

    /**
     * Splits.
     *
     * @param limit the most UTF-16 units in a message, well above the length of any marks
     * @return the messages, none of them blank; one is longer than the limit only if a whole piece is
     */
    static List<String> split(List<Piece> pieces, int limit) {
        var splitter = new Splitter(limit);
        pieces.forEach(splitter::add);
        splitter.flush();
        return splitter.parts;
    }

    private void add(Piece piece) {
        var rest = piece.body();
        while (rest.length() > room(piece)) {
            var cut = piece.whole() ? 0 : Cut.sensible(rest, room(piece));
            if (cut == 0 && part.isEmpty()) {
                cut = piece.whole() ? rest.length() : Cut.hard(rest, room(piece));
            }
            rest = cut == 0 ? rest : cut(piece, rest, cut);
            flush();
        }
        if (!rest.isEmpty()) {
            write(piece, rest);
        }
    }

    private String cut(Piece piece, String rest, int cut) {
        write(piece, rest.substring(0, cut));
        var dropsBreak = cut < rest.length() && rest.charAt(cut) == '\n';
        return rest.substring(dropsBreak ? cut + 1 : cut);
    }

    private int room(Piece piece) {
        var marks = lead(piece).length() + piece.close().length() + (piece.bold() ? BOLD.length() : 0);
        return limit - part.length() - marks;
    }

    private void write(Piece piece, String body) {
        part.append(lead(piece)).append(body).append(piece.close());
        bold = piece.bold();
        afterFence = piece.fence();
    }

    private String lead(Piece piece) {
        return (piece.bold() == bold ? "" : BOLD) + apart(piece) + piece.open();
    }

    private String apart(Piece piece) {
        if (part.isEmpty()) {
            return "";
        }
        var last = part.charAt(part.length() - 1);
        if (piece.fence() ? last != '\n' : afterFence && piece.first() != '\n') {
            return "\n";
        }
        return last == '`' && piece.first() == '`' ? Escapes.NOTHING : "";
    }

    private void flush() {
        if (bold) {
            part.append(BOLD);
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
        part.setLength(0);
        bold = false;
        afterFence = false;
    }
}
