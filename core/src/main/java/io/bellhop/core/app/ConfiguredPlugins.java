package io.bellhop.core.app;

import io.bellhop.core.config.Configuration;
import io.bellhop.core.plugin.run.PluginSettings;
import java.util.Optional;

/** The plugins' sections of {@code bellhop.yaml}. */
record ConfiguredPlugins(Configuration configuration) implements PluginSettings {
    @Override
    public <T extends Record> T bind(Class<T> type, String plugin) {
        return configuration.bind(type, "plugins." + plugin);
    }

    @Override
    public Optional<String> sha256(String plugin) {
        return configuration.sha256(plugin);
    }
}
