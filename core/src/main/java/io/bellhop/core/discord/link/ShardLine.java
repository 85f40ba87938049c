package io.bellhop.core.discord.link;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import org.jspecify.annotations.Nullable;

/** Says in a line how the shards are. */
final class ShardLine {
    private static final int FEW = 8;

    private ShardLine() {}

    static String of(List<JDA> shards, List<Integer> wanted) {
        var there = shards.stream()
                .collect(Collectors.toMap(shard -> shard.getShardInfo().getShardId(), Function.identity()));
        var up = shards.stream().filter(Shards::isUp).count();
        return up + " of " + wanted.size() + " up: " + detail(there, wanted);
    }

    /** Of many only those are named that are not up. */
    private static String detail(Map<Integer, JDA> there, List<Integer> wanted) {
        var named = wanted.stream()
                .filter(number -> wanted.size() <= FEW || !isUp(there.get(number)))
                .limit(FEW)
                .map(number -> "shard " + number + " " + state(there.get(number)))
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "slowest answer " + slowest(there) + " ms" : named;
    }

    private static boolean isUp(@Nullable JDA shard) {
        return shard != null && Shards.isUp(shard);
    }

    private static String state(@Nullable JDA shard) {
        if (shard == null) {
            return "waits";
        }
        return Shards.isUp(shard)
                ? "answers in " + shard.getGatewayPing() + " ms"
                : shard.getStatus().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long slowest(Map<Integer, JDA> there) {
        return there.values().stream().mapToLong(JDA::getGatewayPing).max().orElse(0);
    }
}
