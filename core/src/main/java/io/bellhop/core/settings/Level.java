package io.bellhop.core.settings;

import io.bellhop.api.access.Rank;
import io.bellhop.api.error.BellhopException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a value reaches, from the narrowest, which wins. */
enum Level {
    CHANNEL(Rank.MODERATOR, "this channel"),
    SPACE(Rank.ADMIN, "this space"),
    BOT(Rank.OWNER, "the whole bot");

    private final int rank;
    private final String where;

    Level(int rank, String where) {
        this.rank = rank;
        this.where = where;
    }

    /** Returns the least rank that may set something so far. */
    int rank() {
        return rank;
    }

    /** Returns what it is called there. */
    String where() {
        return where;
    }

    /** Returns the word that people write, which is also kept. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Level of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () -> BellhopException.user("settings.level", "A setting is for one of: channel, space, bot."));
    }

    static List<Level> all() {
        return List.of(values());
    }
}
