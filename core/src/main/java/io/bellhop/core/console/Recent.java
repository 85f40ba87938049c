package io.bellhop.core.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry that was longest unused once it is full. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    /** How many entries are kept. */
    private final int most;

    Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
