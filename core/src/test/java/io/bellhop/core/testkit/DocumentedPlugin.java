package io.bellhop.core.testkit;

import io.bellhop.core.testkit.Guide.Section;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A plugin as a section of the documentation shows it. Where a section shows several, each needs those before it.
 *
 * @param packageName the package of its classes, whose last part is its id
 * @param files its classes
 * @param needs the plugins that it depends on
 */
record DocumentedPlugin(String packageName, List<String> files, List<DocumentedPlugin> needs) {
    private static final Pattern MAIN = Pattern.compile("@ChatPlugin\\s+public final class (\\w+)");

    /** Tells whether a snippet shows that a plugin holds, rather than a part of one. */
    static boolean isTest(String snippet) {
        return snippet.contains("bot.as(") || snippet.contains("@Test");
    }

    /** Returns the plugins of a section, dependents last. */
    static List<DocumentedPlugin> of(Section section) {
        var main = MAIN.matcher(String.join("\n", section.in("java")));
        var usual = main.find() ? "org.example." + main.group(1).toLowerCase(Locale.ROOT) : "";
        var packages = new LinkedHashMap<String, List<String>>();
        for (var snippet : section.in("java")) {
            if (!isTest(snippet)) {
                var file = snippet.startsWith("package ") ? snippet : SnippetCompiler.file(usual, snippet);
                packages.computeIfAbsent(SnippetCompiler.packageOf(file), name -> new ArrayList<>())
                        .add(file);
            }
        }
        var plugins = new ArrayList<DocumentedPlugin>();
        packages.forEach((name, files) -> plugins.add(new DocumentedPlugin(name, files, List.copyOf(plugins))));
        return plugins;
    }

    /** Runs a test against this plugin, or holds a conversation with it. */
    void keeps(String test, String configuration, Path home) throws Exception {
        needs.forEach(needed -> needed.pack(home));
        var classes = prepare(home);
        var tests = Files.createTempDirectory(home, "tests");
        var file = test.startsWith("package ") ? test : conversation(test);
        SnippetCompiler.compile(List.of(file), List.of(classes), tests);
        try (var loader = new URLClassLoader(
                new URL[] {tests.toUri().toURL(), classes.toUri().toURL()})) {
            var type = loader.loadClass(SnippetCompiler.nameOf(file));
            if (test.startsWith("package ")) {
                runTests(type);
            } else {
                converse(type, configuration, home);
            }
        }
    }

    /** Adds a migration, whose name stands in its first line. */
    void addMigration(String sql, Path home) throws IOException {
        var name = sql.lines().findFirst().orElseThrow().substring("-- ".length());
        var folder = Files.createDirectories(home.resolve("classes-" + id()).resolve("db/migration"));
        Files.writeString(folder.resolve(name), sql);
    }

    private String id() {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private void pack(Path home) {
        try {
            prepare(home);
            PluginUnderTest.packInto(home);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Compiles it, and makes it the plugin under test. */
    Path prepare(Path home) throws IOException {
        var classes = Files.createDirectories(home.resolve("classes-" + id()));
        var libraries = needs.stream()
                .map(needed -> home.resolve("classes-" + needed.id()))
                .toList();
        SnippetCompiler.compile(files, libraries, classes);
        properties(classes).forEach((name, value) -> System.setProperty("bellhop.plugin." + name, value));
        return classes;
    }

    private Map<String, String> properties(Path classes) {
        var dependencies = needs.stream().map(needed -> needed.id() + "@^1.0.0").collect(Collectors.joining(","));
        return Map.of(
                "id",
                id(),
                "version",
                "1.0.0",
                "description",
                "",
                "requires",
                "^0.1.0",
                "dependencies",
                dependencies,
                "exports",
                packageName,
                "libraries",
                "",
                "classes",
                classes.toString());
    }

    private String conversation(String lines) {
        return SnippetCompiler.file(packageName, """
                public class Conversation implements java.util.function.Consumer<TestBot> {
                    @Override public void accept(TestBot bot) {
                %s
                    }
                }""".formatted(lines));
    }

    @SuppressWarnings("unchecked") // as conversation() declares it
    private void converse(Class<?> type, String configuration, Path home) throws ReflectiveOperationException {
        var options = TestBot.with().configuration(configuration);
        needs.forEach(needed -> options.plugin(home.resolve(needed.id() + ".jar")));
        try (var bot = options.load()) {
            ((Consumer<TestBot>) type.getConstructor().newInstance()).accept(bot);
        }
    }

    private static void runTests(Class<?> type) throws Exception {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        for (var method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                var test = constructor.newInstance();
                method.setAccessible(true);
                try {
                    method.invoke(test);
                } finally {
                    close(test);
                }
            }
        }
    }

    private static void close(Object test) throws Exception {
        for (var field : test.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(AutoClose.class)) {
                field.setAccessible(true);
                ((AutoCloseable) field.get(test)).close();
            }
        }
    }
}
