package io.bellhop.core.discord.link.option;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which shards this process runs. Discord spreads a bot's servers over its shards; direct messages come to the first.
 *
 * @param total how many the bot has in all, or empty for as many as Discord recommends
 * @param first the first that runs here, from 0
 * @param last the last that runs here; without a total all run here
 */
public record ShardRange(OptionalInt total, int first, int last) {
    /** All shards, as many as Discord recommends. */
    public static final ShardRange AUTOMATIC = new ShardRange(OptionalInt.empty(), 0, 0);

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,5})(?:-(\\d{1,5}))? of )?(\\d{1,5})");

    /**
     * Reads a setting.
     *
     * @param text {@code auto}, a total such as {@code 4}, or a part of it such as {@code 0-1 of 4}
     * @return what it says
     * @throws IllegalArgumentException if it says nothing of the kind
     */
    public static ShardRange parse(String text) {
        if (text.strip().equals("auto")) {
            return AUTOMATIC;
        }
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw wrong(text);
        }
        var total = Integer.parseInt(written.group(3));
        var first = written.group(1) == null ? 0 : Integer.parseInt(written.group(1));
        var last = written.group(2) == null
                ? (written.group(1) == null ? total - 1 : first)
                : Integer.parseInt(written.group(2));
        if (last < first || last >= total) {
            throw wrong(text);
        }
        return new ShardRange(OptionalInt.of(total), first, last);
    }

    public int total(int recommended) {
        return total.orElse(recommended);
    }

    /** Returns the numbers of the shards that run here. */
    public List<Integer> here(int recommended) {
        var end = total.isPresent() ? last : recommended - 1;
        return IntStream.rangeClosed(first, end).boxed().toList();
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "shards is \"" + text + "\", which is not auto, a number such as 4, or a part such as 0-1 of 4");
    }
}
