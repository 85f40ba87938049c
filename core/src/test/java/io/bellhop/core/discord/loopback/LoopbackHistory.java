package io.bellhop.core.discord.loopback;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** What was said lately, as Discord shows it to whoever looks back, and as it knows it by its nonces. */
final class LoopbackHistory {
    private static final int KEPT = 10_000;
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final TreeMap<Long, DataObject> said = new TreeMap<>();
    private final Map<String, DataObject> byNonce = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DataObject> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void add(DataObject message) {
        said.put(message.getUnsignedLong("id"), message);
        if (said.size() > KEPT) {
            said.pollFirstEntry();
        }
    }

    /** Keeps a message, unless one of the same nonce is there already: then that is the answer. */
    synchronized DataObject add(@Nullable String nonce, Supplier<DataObject> message) {
        var known = byNonce.get(nonce);
        if (known != null) {
            return known;
        }
        var added = message.get();
        add(added);
        if (nonce != null) {
            byNonce.put(nonce, added);
        }
        return added;
    }

    synchronized void forgetNonces() {
        byNonce.clear();
    }

    synchronized Optional<DataObject> find(String id) {
        return Optional.ofNullable(said.get(Long.parseUnsignedLong(id)));
    }

    /** Adds to a channel what was said there last. */
    synchronized DataObject upToDate(DataObject channel) {
        said.descendingMap().values().stream()
                .filter(message -> message.getString("channel_id").equals(channel.getString("id")))
                .findFirst()
                .ifPresent(latest -> channel.put("last_message_id", latest.getString("id")));
        return channel;
    }

    /** Returns a page of a channel, the newest first: those right after a message, or else the latest. */
    synchronized DataArray page(String channel, Map<String, String> query) {
        int limit = Math.min(
                LARGEST_PAGE,
                Optional.ofNullable(query.get("limit")).map(Integer::valueOf).orElse(USUAL_PAGE));
        var after = query.get("after");
        var seen = after == null ? said.descendingMap() : said.tailMap(Long.parseUnsignedLong(after), false);
        var page = seen.values().stream()
                .filter(message -> message.getString("channel_id").equals(channel))
                .limit(limit)
                .sorted(Comparator.comparingLong((DataObject message) -> message.getUnsignedLong("id"))
                        .reversed())
                .toList();
        return DataArray.fromCollection(page);
    }
}
