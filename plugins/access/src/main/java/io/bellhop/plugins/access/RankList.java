package io.bellhop.plugins.access;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.Text;
import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;

/** The ranks that were given, page by page. */
final class RankList {
    private static final int PAGE = 20;

    private final RankTable table;

    @Inject
    RankList(RankTable table) {
        this.table = table;
    }

    Content page(int number, Channel channel) {
        var space = channel.space().map(Space::id);
        int count = table.count(space);
        int pages = Math.max(1, (count + PAGE - 1) / PAGE);
        if (number < 1 || number > pages) {
            throw BellhopException.user(
                    "access.page", pages == 1 ? "There is only one page." : "The pages are 1 to " + pages + ".");
        }
        var text = count == 0
                ? Text.of("Nobody was given a rank here. Owners and the platform's administrators need none.")
                : Text.of(count + " given" + (pages == 1 ? "" : ", page " + number + " of " + pages) + ":");
        for (var row : table.in(space, (number - 1) * PAGE, PAGE)) {
            text = text.line().add(line(row));
        }
        return turns(Content.of(text), number, pages);
    }

    private static Text line(RankTable.Row row) {
        return Text.empty()
                .code("%4d".formatted(row.rank()))
                .add(" " + row.name() + " (" + row.user() + ")")
                .add(row.space().isEmpty() ? ", everywhere" : "")
                .add(row.rank() == Rank.IGNORED ? ", ignored" : "");
    }

    private static Content turns(Content content, int number, int pages) {
        var turned = number > 1 ? content.with(turn("Previous page", number - 1)) : content;
        return number < pages ? turned.with(turn("Next page", number + 1)) : turned;
    }

    private static Choice turn(String label, int number) {
        return Choice.of(label, "access list -page " + number);
    }
}
