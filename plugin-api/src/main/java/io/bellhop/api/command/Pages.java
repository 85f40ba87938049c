package io.bellhop.api.command;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.error.BellhopException;
import java.util.function.IntFunction;

/**
 * The pages of a long list, for a command that takes the number of one as a flag. Pages count from 1, and there is
 * always a first.
 *
 * <pre>{@code
 * @Command(name = "things", help = "Lists the things.", repeatable = true)
 * Content things(Invocation asked, @Flag(help = "which page of a long list", orElse = "1") int page) {
 *     var pages = new Pages(table.count(), asked.channel().lines(10));
 *     var text = lines(table.some(pages.start(page, "things.page"), pages.size()));
 *     return pages.turning(text, page, number -> "things -page " + number);
 * }
 * }</pre>
 *
 * @param count how many lines the whole list has, 0 or more
 * @param size how many of them a page shows, at least 1, such as {@link io.bellhop.api.chat.Channel#lines} says
 */
public record Pages(int count, int size) {
    /**
     * Makes the pages of a list.
     *
     * @throws IllegalArgumentException if the count is negative or the size less than 1
     */
    public Pages {
        if (count < 0 || size < 1) {
            throw new IllegalArgumentException("no list has " + count + " lines, " + size + " a page");
        }
    }

    /**
     * Returns the number of the last page.
     *
     * @return how many pages there are, at least 1
     */
    public int last() {
        return Math.max(1, (count - 1) / size + 1);
    }

    /**
     * Returns how many lines come before a page.
     *
     * @param page its number, as the user gave it
     * @param code names the refusal, such as {@code things.page}
     * @return the lines to be skipped
     * @throws BellhopException for the user, with that code, if there is no such page
     */
    public int start(int page, String code) {
        if (page < 1 || page > last()) {
            throw BellhopException.user(
                    code, last() == 1 ? "There is only one page." : "The pages are 1 to " + last() + ".");
        }
        return (page - 1) * size;
    }

    /**
     * Ends a page by a line that says which it is, and offers its neighbours.
     *
     * @param lines what the page shows
     * @param page its number
     * @param line makes the command line, without a prefix, that shows the page of a number
     * @return the page; as it was if it is the only one
     */
    public Content turning(Text lines, int page, IntFunction<String> line) {
        var shown = last() == 1 ? lines : lines.line().add("Page " + page + " of " + last() + ".");
        return turning(Content.of(shown), page, line);
    }

    /**
     * Offers the neighbours of a page that says itself which it is.
     *
     * @param content the page
     * @param page its number
     * @param line makes the command line, without a prefix, that shows the page of a number
     * @return the page with up to two choices more
     */
    public Content turning(Content content, int page, IntFunction<String> line) {
        var turned = page > 1 ? content.with(Choice.of("Previous page", line.apply(page - 1))) : content;
        return page < last() ? turned.with(Choice.of("Next page", line.apply(page + 1))) : turned;
    }
}
