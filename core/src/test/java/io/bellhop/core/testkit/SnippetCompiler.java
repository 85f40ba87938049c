package io.bellhop.core.testkit;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java snippets as an author's build would, against the API and the test kit. */
final class SnippetCompiler {
    private static final String IMPORTS = """
            import static org.assertj.core.api.Assertions.assertThat;

            import io.bellhop.api.access.*;
            import io.bellhop.api.chat.*;
            import io.bellhop.api.command.*;
            import io.bellhop.api.error.*;
            import io.bellhop.api.event.*;
            import io.bellhop.api.plugin.*;
            import io.bellhop.api.storage.*;
            import io.bellhop.core.testkit.*;
            import jakarta.inject.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import org.jdbi.v3.core.*;
            """;
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("^[a-z ]*(?:class|interface|record) (\\w+)", Pattern.MULTILINE);

    /** Of all that the tests run on, what snippets name: opening the rest would take most of the time. */
    private static final List<String> SHOWN = List.of(
            "classes",
            "plugin-api",
            "jdbi3-core",
            "jakarta.inject",
            "slf4j-api",
            "jspecify",
            "junit-jupiter-api",
            "assertj-core");

    private SnippetCompiler() {}

    /** The snippet as a file of its own. */
    static String file(String packageName, String snippet) {
        return "package " + packageName + ";\n" + IMPORTS + snippet;
    }

    static String packageOf(String file) {
        return first(PACKAGE, file);
    }

    static String nameOf(String file) {
        return packageOf(file) + "." + first(TYPE, file);
    }

    static void compile(List<String> files, List<Path> libraries, Path target) {
        var all = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var shown = all.filter(entry -> SHOWN.stream().anyMatch(entry::contains));
        var path = Stream.concat(shown, libraries.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
        var options = List.of("-d", target.toString(), "-classpath", path, "-proc:none", "-parameters");
        var errors = new StringWriter();
        var units = files.stream().map(SnippetCompiler::unit).toList();
        var task = ToolProvider.getSystemJavaCompiler().getTask(errors, null, null, options, null, units);
        if (!task.call()) {
            throw new AssertionError("A snippet does not compile: " + errors);
        }
    }

    private static JavaFileObject unit(String file) {
        var uri = URI.create("string:///" + nameOf(file).replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file;
            }
        };
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
