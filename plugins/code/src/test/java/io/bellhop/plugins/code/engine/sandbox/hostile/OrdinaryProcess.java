package io.bellhop.plugins.code.engine.sandbox.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;

/** Lets root run {@link OrdinaryUser} as the ordinary user that it is meant for. */
final class OrdinaryProcess {
    static final String USER = "68600";

    private final Path folder;

    /**
     * Makes one.
     *
     * @param folder where everybody will find the program
     */
    OrdinaryProcess(Path folder) throws IOException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /**
     * Runs it.
     *
     * @param before what comes before its command
     * @param arguments of the program
     * @return what it says, by what it says it of
     */
    Map<String, String> run(List<String> before, String... arguments) throws Exception {
        var command = new ArrayList<>(before);
        command.addAll(command());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said.lines()
                    .filter(line -> line.contains("\t"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command() throws IOException, URISyntaxException {
        var parts = new ArrayList<String>();
        for (var type :
                List.of(Sandbox.class, OrdinaryUser.class, Attachment.class, LoggerFactory.class, NullMarked.class)) {
            parts.add(readable(type).toString());
        }
        var java = System.getProperty("java.home") + "/bin/java";
        return List.of(
                "setpriv",
                "--reuid",
                USER,
                "--regid",
                USER,
                "--clear-groups",
                "--inh-caps=-all",
                "env",
                "-i",
                "PATH=/usr/bin:/bin",
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, parts),
                OrdinaryUser.class.getName());
    }

    /** Copies the place of a class to where everybody can read it. */
    private Path readable(Class<?> type) throws IOException, URISyntaxException {
        var place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        var copy = folder.resolve(type.getSimpleName());
        try (var files = Files.walk(place)) {
            for (var file : files.toList()) {
                var target = copy.resolve(place.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }
}
