package io.bellhop.core.app;

import io.bellhop.api.plugin.CheckUp;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** What the shipped plugins find when they look for themselves. */
final class PluginFindings {
    private PluginFindings() {}

    /** Asks the plugins of these JARs. */
    static List<Finding> of(List<Path> jars) {
        return jars.stream().flatMap(PluginFindings::of).toList();
    }

    private static Stream<Finding> of(Path jar) {
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, CheckUp.class.getClassLoader())) {
            return ServiceLoader.load(CheckUp.class, loader).stream()
                    .flatMap(checkUp -> looked(checkUp.get()))
                    .toList()
                    .stream();
        } catch (IOException | ServiceConfigurationError e) {
            return Stream.of(Finding.note(jar.getFileName().toString(), "can't be asked: " + e.getMessage()));
        }
    }

    private static Stream<Finding> looked(CheckUp checkUp) {
        try {
            return checkUp.look().stream()
                    .map(seen -> seen.good()
                            ? Finding.ok(seen.subject(), seen.words())
                            : Finding.note(seen.subject(), seen.words()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
