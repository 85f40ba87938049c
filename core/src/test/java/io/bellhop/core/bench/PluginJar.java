package io.bellhop.core.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A plugin that is compiled on the spot, as its author's build would. */
final class PluginJar {
    private static final String IMPORTS = """
            import io.bellhop.api.command.*;
            import io.bellhop.api.event.*;
            import io.bellhop.api.plugin.*;
            import jakarta.inject.Inject;
            """;

    private final String id;
    private final Map<String, byte[]> classes;

    private PluginJar(String id, Map<String, byte[]> classes) {
        this.id = id;
        this.classes = classes;
    }

    /** Compiles one file without imports. */
    static PluginJar compile(String id, String source) throws IOException {
        var folder = Files.createTempDirectory("bellhop-bench");
        var complaints = new StringWriter();
        var options = List.of("-parameters", "-proc:none", "-d", folder.toString());
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(complaints, null, null, options, null, List.of(source(IMPORTS + source)))
                .call();
        if (!compiled) {
            throw new IllegalArgumentException(complaints.toString());
        }
        return new PluginJar(id, contents(folder));
    }

    /** Adds a file that is no class. */
    PluginJar with(String name, String text) {
        classes.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Puts a version of it into a folder, in one step, in the place of the one before. */
    Path release(Path folder, String version) throws IOException {
        var draft = folder.resolve("." + id + ".new");
        try (var out = new JarOutputStream(Files.newOutputStream(draft), manifest(version))) {
            for (var file : classes.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return Files.move(draft, folder.resolve(id + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Manifest manifest(String version) {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Plugin-Id", id);
        attributes.putValue("Plugin-Version", version);
        return manifest;
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Plugin.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        Files.delete(folder);
        return contents;
    }
}
