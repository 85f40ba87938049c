package io.bellhop.plugins.scripts;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.error.BellhopException;

/**
 * The pages of a list.
 *
 * @param count how many lines there are, at least one
 * @param size how many lines a page has
 */
record Pages(int count, int size) {
    private static final int LINES = 10;

    Pages(int count, Channel channel) {
        this(count, isConsole(channel) ? count : LINES);
    }

    /** A console scrolls, and what is piped is for programs; elsewhere a long list buries the talk. */
    private static boolean isConsole(Channel channel) {
        return channel.id().connector().equals("console");
    }

    /** Returns how many lines come before a page, or refuses one that is not there. */
    int start(int page) {
        if (page < 1 || page > last()) {
            throw BellhopException.user(
                    "script.page", last() == 1 ? "There is only one page." : "The pages are 1 to " + last() + ".");
        }
        return (page - 1) * size;
    }

    /** Adds to a page which one it is, and ways to its neighbours. */
    Content turning(Text lines, int page, String command) {
        if (last() == 1) {
            return Content.of(lines);
        }
        var content = Content.of(lines.line().add("Page " + page + " of " + last() + "."));
        content = page > 1 ? content.with(turn("Previous page", command, page - 1)) : content;
        return page < last() ? content.with(turn("Next page", command, page + 1)) : content;
    }

    private int last() {
        return (count - 1) / size + 1;
    }

    private static Choice turn(String label, String command, int page) {
        return Choice.of(label, command + " -page " + page);
    }
}
