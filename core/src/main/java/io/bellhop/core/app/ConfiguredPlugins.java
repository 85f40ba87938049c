package io.bellhop.core.app;

import io.bellhop.core.config.Configuration;
import io.bellhop.core.plugin.run.PluginSettings;
import java.util.Optional;
import java.util.Set;

/** The plugins' sections of {@code bellhop.yaml}. */
record ConfiguredPlugins(Configuration configuration) implements PluginSettings {
    @Override
    public <T extends Record> T bind(Class<T> type, String plugin, Set<String> others) {
        return configuration.bind(type, "plugins." + plugin, others);
    }

    @Override
    public void requireNone(String plugin, Set<String> others) {
        bind(NoSettings.class, plugin, others);
    }

    /** What a plugin without settings takes. */
    record NoSettings() {}

    @Override
    public Set<String> ids() {
        return configuration.pluginIds();
    }

    @Override
    public Optional<String> sha256(String plugin) {
        return configuration.sha256(plugin);
    }
}
