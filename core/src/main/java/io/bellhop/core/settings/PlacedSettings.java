package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.plugin.ChatSettings;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.config.KebabCase;
import io.bellhop.core.settings.SettingsTable.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One record of a plugin's settings, as it holds in one channel or another. Ends with the plugin. */
final class PlacedSettings<T extends Record> implements ChatSettings<T> {
    private static final Logger log = LoggerFactory.getLogger(PlacedSettings.class);

    private final String plugin;
    private final Class<T> type;
    private final Set<String> names;
    private final SettingsTable table;
    private final Configuration configuration;
    private final T base;
    private volatile Made<T> made;

    PlacedSettings(String plugin, Class<T> type, SettingsTable table, Configuration configuration) {
        this.plugin = plugin;
        this.type = type;
        this.names = Stream.of(type.getRecordComponents())
                .map(component -> KebabCase.of(component.getName()))
                .collect(Collectors.toUnmodifiableSet());
        this.table = table;
        this.configuration = configuration;
        this.base = bind(Map.of());
        this.made = new Made<>(table.snapshot(), new ConcurrentHashMap<>());
    }

    /** The records that were made since the last change, by what was set for them. */
    private record Made<T>(Snapshot snapshot, Map<Map<String, String>, T> records) {}

    @Override
    public T in(Channel channel) {
        var snapshot = table.snapshot();
        if (snapshot.values().isEmpty()) {
            return base;
        }
        var set = new HashMap<String, String>();
        for (var level : Level.all().reversed()) {
            Scope.around(channel, level).ifPresent(scope -> set.putAll(set(snapshot, scope)));
        }
        return set.isEmpty() ? base : made(snapshot).computeIfAbsent(Map.copyOf(set), this::bindWhatHolds);
    }

    /** Returns what holds where nothing is set in chat. */
    T base() {
        return base;
    }

    /** Makes the record as it would be if a value were set. */
    T tried(Scope scope, Channel here, String name, String value) {
        var set = new HashMap<String, String>();
        for (var level : Level.all().reversed()) {
            if (level.compareTo(scope.level()) >= 0) {
                Scope.around(here, level).ifPresent(wider -> set.putAll(set(table.snapshot(), wider)));
            }
        }
        set.put(name, value);
        return bind(set);
    }

    @SuppressWarnings("ReferenceEquality") // there is another snapshot after every change
    private Map<Map<String, String>, T> made(Snapshot snapshot) {
        var now = made;
        if (now.snapshot != snapshot) {
            now = new Made<>(snapshot, new ConcurrentHashMap<>());
            made = now;
        }
        return now.records;
    }

    private Map<String, String> set(Snapshot snapshot, Scope scope) {
        var own = new HashMap<String, String>();
        snapshot.of(scope).forEach((key, value) -> {
            var name = key.startsWith(plugin + ".") ? key.substring(plugin.length() + 1) : "";
            if (names.contains(name)) {
                own.put(name, value);
            }
        });
        return own;
    }

    private T bind(Map<String, String> set) {
        return configuration.bind(type, "plugins." + plugin, set);
    }

    /** Leaves out what is no longer allowed, such as by a new version of the plugin. */
    private T bindWhatHolds(Map<String, String> set) {
        try {
            return bind(set);
        } catch (ConfigurationException e) {
            log.warn("what is set in chat for plugin {} holds no longer. {}", plugin, e.getMessage());
            var fewer = new HashMap<>(set);
            e.problems()
                    .forEach(problem ->
                            fewer.remove(problem.key().substring(problem.key().lastIndexOf('.') + 1)));
            return fewer.isEmpty() || fewer.size() == set.size() ? base : bindWhatHolds(fewer);
        }
    }
}
