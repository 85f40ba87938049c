package io.bellhop.core.discord.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Remembers the latest entries, and forgets the oldest beyond a number of them. Safe for use from any thread. */
public final class Recent<K, V> {
    private final int most;
    private final LinkedHashMap<K, V> entries = new LinkedHashMap<>();

    public Recent(int most) {
        this.most = most;
    }

    public synchronized void remember(K key, V value) {
        entries.putLast(key, value);
        if (entries.size() > most) {
            entries.pollFirstEntry();
        }
    }

    /** Remembers an entry unless its key is known; tells whether it was not. */
    public synchronized boolean rememberFirst(K key, V value) {
        boolean isFirst = !entries.containsKey(key);
        if (isFirst) {
            remember(key, value);
        }
        return isFirst;
    }

    /** Returns what is remembered, the latest last. */
    public synchronized List<K> keys() {
        return List.copyOf(entries.keySet());
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }
}
