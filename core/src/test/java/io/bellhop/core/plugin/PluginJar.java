package io.bellhop.core.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Builds a plugin's JAR from sources. */
public final class PluginJar {
    private static final String IMPORTS = """
            import io.bellhop.api.chat.*;
            import io.bellhop.api.command.*;
            import io.bellhop.api.event.*;
            import io.bellhop.api.plugin.*;
            import io.bellhop.api.storage.*;
            import org.jdbi.v3.core.Jdbi;
            import jakarta.inject.*;
            import java.util.*;
            import java.util.concurrent.*;
            """;
    private static final Pattern NAME =
            Pattern.compile("package ([\\w.]+);.*?(?:class|interface|record|enum) (\\w+)", Pattern.DOTALL);

    private final Attributes attributes = new Attributes();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final List<Path> libraries = new ArrayList<>();
    private boolean parameters = true;
    private boolean manifest = true;

    private PluginJar() {}

    public static PluginJar of(String id, String version) {
        var jar = new PluginJar().with("Plugin-Id", id).with("Plugin-Version", version);
        jar.attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return jar.with("Plugin-Requires", "^0.1.0");
    }

    /** A plugin of one class with one command, which says its version. */
    public static PluginJar simple(String id, String version) {
        return of(id, version).source(id, """
                @ChatPlugin public final class Main {
                  @Command(name = "%s", help = "Says its version.")
                  String say() { return "%s"; }
                }""".formatted(id, version));
    }

    public PluginJar with(String attribute, String value) {
        attributes.putValue(attribute, value);
        return this;
    }

    /** Adds a class, in a package of its own, with the API imported. */
    public PluginJar source(String packageName, String source) {
        var full = "package p." + packageName.replace("-", "") + ";\n" + IMPORTS + source;
        var found = NAME.matcher(full);
        if (!found.find()) {
            throw new IllegalArgumentException(source);
        }
        sources.put(found.group(1) + "." + found.group(2), full);
        return this;
    }

    /** Adds a file that is no class, such as {@code db/migration/V1__create.sql}. */
    public PluginJar resource(String name, String text) {
        resources.put(name, text);
        return this;
    }

    /** Adds what is compiled against. */
    public PluginJar against(Path library) {
        libraries.add(library);
        return this;
    }

    public PluginJar withoutParameters() {
        parameters = false;
        return this;
    }

    public PluginJar withoutManifest() {
        manifest = false;
        return this;
    }

    /** Writes the JAR beside the file and then moves it there. */
    public Path write(Path file) {
        try {
            var fresh = file.resolveSibling("." + file.getFileName() + ".part");
            pack(Compiled.of(sources, libraries, parameters), fresh);
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pack(Map<String, byte[]> classes, Path file) throws IOException {
        var declared = new Manifest();
        declared.getMainAttributes().putAll(attributes);
        var stream = Files.newOutputStream(file);
        try (var out = manifest ? new JarOutputStream(stream, declared) : new JarOutputStream(stream)) {
            for (var found : classes.entrySet()) {
                out.putNextEntry(new JarEntry(found.getKey().replace('.', '/') + ".class"));
                out.write(found.getValue());
            }
            for (var resource : resources.entrySet()) {
                out.putNextEntry(new JarEntry(resource.getKey()));
                out.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
