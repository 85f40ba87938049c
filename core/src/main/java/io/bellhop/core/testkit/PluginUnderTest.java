package io.bellhop.core.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The classes under test as the JAR that they will be: the parent POM tells the tests what it writes into the manifest,
 * where the classes are, and which libraries travel with them.
 */
final class PluginUnderTest {
    private static final String PREFIX = "bellhop.plugin.";
    private static final List<String> DESCRIPTOR =
            List.of("Plugin-Id", "Plugin-Version", "Plugin-Description", "Plugin-Requires", "Plugin-Dependencies");

    private PluginUnderTest() {}

    static String id() {
        return property("id");
    }

    /** Packs the classes into a JAR in a folder. */
    static void packInto(Path folder) throws IOException {
        var jar = folder.resolve(id() + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            var packed = new HashSet<String>();
            packed.add(JarFile.MANIFEST_NAME);
            packFolder(Path.of(property("classes")), out, packed);
            for (var library : property("libraries").split(File.pathSeparator, -1)) {
                if (!library.isBlank()) {
                    packLibrary(library, out, packed);
                }
            }
        }
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (var name : DESCRIPTOR) {
            attributes.putValue(
                    name, property(name.substring("Plugin-".length()).toLowerCase(Locale.ROOT)));
        }
        attributes.putValue("Bellhop-Exports", property("exports"));
        return manifest;
    }

    private static void packFolder(Path classes, JarOutputStream out, Set<String> packed) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                pack(name, Files.readAllBytes(file), out, packed);
            }
        }
    }

    private static void packLibrary(String library, JarOutputStream out, Set<String> packed) throws IOException {
        try (var jar = new JarFile(library)) {
            var entries = jar.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().endsWith("module-info.class"))
                    .toList();
            for (var entry : entries) {
                pack(entry.getName(), jar.getInputStream(entry).readAllBytes(), out, packed);
            }
        }
    }

    private static void pack(String name, byte[] bytes, JarOutputStream out, Set<String> packed) throws IOException {
        if (packed.add(name)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(bytes);
        }
    }

    private static String property(String name) {
        var value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException("The system property " + PREFIX + name + " is not set. The parent POM "
                    + "bellhop-plugin-parent sets it for tests that Maven or an IDE's Maven import runs.");
        }
        return value;
    }
}
