package io.bellhop.plugins.code.engine.sandbox.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Every attack of the catalogue as an ordinary user, without control groups, also where root runs the tests. */
@NeedsSandbox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdinaryUserTest {
    private static final String USER = "68600";

    @TempDir
    private static Path folder;

    private Map<String, String> outcomes = Map.of();
    private Process process;

    @BeforeAll
    void begin() throws Exception {
        assumeTrue(OrdinaryUser.isRoot(), "whoever runs the tests is an ordinary user: HostileTest is it already");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        outcomes = said.lines()
                .filter(line -> line.contains("\t"))
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
    }

    @AfterAll
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void holds(Attack attack) {
        assertThat(outcomes).containsEntry(attack.name(), "holds");
    }

    static List<Attack> forkedAttacks() throws IOException {
        return ForkedSiege.attacks();
    }

    @ParameterizedTest
    @MethodSource("forkedAttacks")
    void holdsWherePythonIsForked(Attack attack) {
        assertThat(outcomes).containsEntry(OrdinaryUser.FORKED + attack.name(), "holds");
    }

    private static List<String> command() throws IOException, URISyntaxException {
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
    private static Path readable(Class<?> type) throws IOException, URISyntaxException {
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
