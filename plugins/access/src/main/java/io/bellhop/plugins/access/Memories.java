package io.bellhop.plugins.access;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.storage.PersonalData;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What this plugin knows about people: their ranks, and what they were called. */
@ChatPlugin
final class Memories implements PersonalData {
    private final RankTable table;
    private final Ranks ranks;

    @Inject
    Memories(RankTable table, Ranks ranks) {
        this.table = table;
        this.ranks = ranks;
    }

    /** A rank as its bearer reads it. */
    record Exported(String place, int rank, String name, String given) {
        private static Exported of(RankTable.Row row) {
            var place = row.space().map(SpaceId::id).orElse("everywhere");
            return new Exported(place, row.rank(), row.name(), row.at().toString());
        }
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var ranks = table.of(user).stream().map(Exported::of).toList();
        return ranks.isEmpty() ? Map.of() : Map.of("ranks", ranks);
    }

    /** Whoever is ignored stays so: the bot itself keeps that and by which rank, under a pseudonym. */
    @Override
    public List<String> forget(UserId user) {
        return told(ranks.forget(user));
    }

    private static List<String> told(List<RankTable.Row> rows) {
        var told = new ArrayList<String>();
        if (!rows.isEmpty()) {
            told.add(rows.size() == 1 ? "1 rank" : rows.size() + " ranks");
        }
        if (rows.stream().anyMatch(row -> row.rank() == Rank.IGNORED)) {
            told.add("still ignored, under a pseudonym");
        }
        return told;
    }
}
