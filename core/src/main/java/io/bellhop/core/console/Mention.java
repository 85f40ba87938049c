package io.bellhop.core.console;

import java.util.Optional;

/** How a message on the console addresses the bot: {@code @bellhop help} or {@code bellhop: help}. */
final class Mention {
    private Mention() {}

    /** {@return what follows the mention, or empty if the text does not begin with one} */
    static Optional<String> ofBot(String text) {
        var line = text.stripLeading();
        int start = line.startsWith("@") ? 1 : 0;
        int end = start + Names.BOT.length();
        if (!line.regionMatches(true, start, Names.BOT, 0, Names.BOT.length())) {
            return Optional.empty();
        }
        var marked = end < line.length() && (line.charAt(end) == ':' || line.charAt(end) == ',');
        var separate = end == line.length() || Character.isWhitespace(line.charAt(end));
        if (marked || (start == 1 && separate)) {
            return Optional.of(line.substring(marked ? end + 1 : end).strip());
        }
        return Optional.empty();
    }
}
