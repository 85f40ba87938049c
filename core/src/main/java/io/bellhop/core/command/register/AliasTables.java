package io.bellhop.core.command.register;

import io.bellhop.api.chat.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What users' shorthands stand for: a table for each plugin that keeps some. It stays through the plugin's upgrade.
 * Safe for use from any thread.
 */
@Singleton
public final class AliasTables {
    /** More aliases of aliases are taken for a circle. */
    public static final int MOST_IN_A_ROW = 8;

    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    @Inject
    AliasTables() {}

    /** The shorthands that one plugin keeps. */
    static final class Table {
        private final Map<UserId, Map<String, String>> lines = new ConcurrentHashMap<>();

        void put(UserId user, String name, String line) {
            lines.computeIfAbsent(user, same -> new ConcurrentHashMap<>()).put(name, line);
        }

        void remove(UserId user, String name) {
            lines.computeIfPresent(user, (same, own) -> {
                own.remove(name);
                return own.isEmpty() ? null : own;
            });
        }

        private @Nullable String find(UserId user, String name) {
            return lines.getOrDefault(user, Map.of()).get(name);
        }
    }

    Table of(String host) {
        return tables.computeIfAbsent(host, same -> new Table());
    }

    void drop(String host) {
        tables.remove(host);
    }

    /**
     * Returns what a line stands for whose first word is a shorthand of its user.
     *
     * @param user whose shorthands
     * @param line a line without its prefix
     * @return the whole line that it stands for, or null if its first word is none
     */
    public @Nullable String expand(UserId user, String line) {
        int end = CommandIndex.wordEnd(line, 0);
        var name = line.substring(0, end).toLowerCase(Locale.ROOT);
        for (var table : tables.values()) {
            var expansion = table.find(user, name);
            if (expansion != null) {
                return expansion + line.substring(end);
            }
        }
        return null;
    }
}
