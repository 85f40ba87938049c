package io.bellhop.plugins.access;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Pages;
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
        var pages = new Pages(count, PAGE);
        int start = pages.start(number, "access.page");
        var text = count == 0
                ? Text.of("Nobody was given a rank here. Owners and the platform's administrators need none.")
                : Text.of(
                        count + " given" + (pages.last() == 1 ? "" : ", page " + number + " of " + pages.last()) + ":");
        for (var row : table.in(space, start, PAGE)) {
            text = text.line().add(line(row));
        }
        return pages.turning(Content.of(text), number, page -> "access list -page " + page);
    }

    private static Text line(RankTable.Row row) {
        return Text.empty()
                .code("%4d".formatted(row.rank()))
                .add(" " + row.name() + " (" + row.user() + ")")
                .add(row.space().isEmpty() ? ", everywhere" : "")
                .add(row.rank() == Rank.IGNORED ? ", ignored" : "");
    }
}
