package io.bellhop.core.app;

import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.run.PluginSettings;
import java.util.Optional;
import java.util.Set;

/** The plugins' sections of {@code bellhop.yaml}. */
record ConfiguredPlugins(Configuration configuration, Home home) implements PluginSettings {
    @Override
    public <T extends Record> T bind(Class<T> type, String plugin) {
        try {
            return configuration.bind(type, "plugins." + plugin);
        } catch (ConfigurationException e) {
            throw new PluginRefused("Its configuration is wrong: " + withoutFolder(String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void requireNone(String plugin) {
        bind(NoSettings.class, plugin);
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

    /** The reason is told in a chat, which is not to know where the home lies. */
    private String withoutFolder(String problems) {
        return problems.replace(
                home.config().toString(), String.valueOf(home.config().getFileName()));
    }
}
