package io.bellhop.plugins.code;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.core.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What {@code doctor} shows the plugin's check-ups of the configuration. */
record Configured(Configuration configuration) implements CheckUp.Section {
    /** Of a home without a configuration. */
    static Configured in(Path home) {
        return new Configured(Configuration.load(home.resolve("bellhop.yaml"), Map.of()));
    }

    static Configured in(Path home, String section) throws IOException {
        Files.writeString(home.resolve("bellhop.yaml"), "plugins: { code: " + section + " }");
        return in(home);
    }

    @Override
    public <T extends Record> T as(Class<T> type) {
        return configuration.bind(type, "plugins.code");
    }
}
