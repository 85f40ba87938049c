package io.bellhop.core.discord.content;

/**
 * A stretch of Discord's notation. Its body may be cut between messages, each part within the same marks, unless it is
 * whole.
 */
record Piece(String open, String body, String close, boolean bold, boolean whole) {
    static Piece plain(String body, boolean bold) {
        return new Piece("", body, "", bold, false);
    }

    static Piece marked(String open, String body, String close, boolean bold) {
        return new Piece(open, body, close, bold, false);
    }

    static Piece whole(String body, boolean bold) {
        return new Piece("", body, "", bold, true);
    }

    boolean fence() {
        return open.startsWith("```");
    }

    char first() {
        return open.isEmpty() ? body.charAt(0) : open.charAt(0);
    }
}
