package io.bellhop.core.plugin;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes made from sources, in memory. The same sources are compiled once: many tests begin with the same plugin. */
final class Compiled extends ForwardingJavaFileManager<JavaFileManager> {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final Map<Request, Map<String, byte[]>> KNOWN = new ConcurrentHashMap<>();
    private static final List<String> API =
            List.of("jdbi3-core", "plugin-api", "jakarta.inject", "slf4j-api", "jspecify");

    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

    private record Request(Map<String, String> sources, List<Path> libraries, boolean parameters) {}

    private Compiled() {
        super(COMPILER.getStandardFileManager(null, null, null));
    }

    static Map<String, byte[]> of(Map<String, String> sources, List<Path> libraries, boolean parameters) {
        var request = new Request(Map.copyOf(sources), List.copyOf(libraries), parameters);
        // a library's file may be written anew under its old name
        return libraries.isEmpty() ? KNOWN.computeIfAbsent(request, Compiled::compile) : compile(request);
    }

    private static Map<String, byte[]> compile(Request request) {
        var errors = new StringWriter();
        try (var files = new Compiled()) {
            var units = request.sources().entrySet().stream()
                    .map(entry -> unit(entry.getKey(), entry.getValue()))
                    .toList();
            if (!COMPILER.getTask(errors, files, null, options(request), null, units)
                    .call()) {
                throw new IllegalArgumentException(errors.toString());
            }
            return files.classes.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> options(Request request) {
        var options = new ArrayList<>(List.of("-classpath", path(request.libraries()), "-proc:none"));
        if (request.parameters()) {
            options.add("-parameters");
        }
        return options;
    }

    /** Opening all that the tests themselves run on would take most of the time. */
    private static String path(List<Path> libraries) {
        var all = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var shown = all.filter(entry -> API.stream().anyMatch(entry::contains));
        return Stream.concat(shown, libraries.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static JavaFileObject unit(String name, String source) {
        var uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        var uri = URI.create("memory:///" + className.replace('.', '/') + ".class");
        return new SimpleJavaFileObject(uri, kind) {
            @Override
            public OutputStream openOutputStream() {
                return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
            }
        };
    }
}
