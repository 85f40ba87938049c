package io.bellhop.core.app;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.CheckUp;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.config.CoreConfig;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the shipped plugins find when they look for themselves. */
final class PluginFindings {
    private PluginFindings() {}

    /** Asks the plugins of these JARs, which have their names. */
    static List<Finding> of(List<Path> jars, Supplier<Configuration> configuration) {
        return jars.stream().flatMap(jar -> of(jar, configuration)).toList();
    }

    private static Stream<Finding> of(Path jar, Supplier<Configuration> configuration) {
        var section =
                new PluginSection("plugins." + jar.getFileName().toString().replaceAll("\\.jar$", ""), configuration);
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, CheckUp.class.getClassLoader())) {
            return ServiceLoader.load(CheckUp.class, loader).stream()
                    .flatMap(checkUp -> looked(checkUp.get(), section))
                    .toList()
                    .stream();
        } catch (IOException | ServiceConfigurationError e) {
            return Stream.of(Finding.note(jar.getFileName().toString(), "can't be asked: " + e.getMessage()));
        }
    }

    private record PluginSection(String name, Supplier<Configuration> configuration) implements CheckUp.Section {
        @Override
        public <T extends Record> T as(Class<T> type) {
            return configuration.get().bind(type, name);
        }

        @Override
        public Set<UserId> owners() {
            return configuration.get().bind(CoreConfig.class, "").ownerIds();
        }
    }

    private static Stream<Finding> looked(CheckUp checkUp, CheckUp.Section section) {
        try {
            return checkUp.look(section).stream()
                    .map(seen -> seen.good()
                            ? Finding.ok(seen.subject(), seen.words())
                            : Finding.note(seen.subject(), seen.words()));
        } catch (ConfigurationException e) {
            return Stream.of(Finding.note("configuration", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
