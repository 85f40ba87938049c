package io.bellhop.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.testkit.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no backups, or pretend to be; each leaves the home as it was. */
class HostileArchiveTest {
    @TempDir
    Path folder;

    private Path home;
    private Path file;

    @BeforeEach
    void fill() throws IOException {
        home = folder.resolve("home");
        Files.createDirectories(home.resolve("data"));
        file = folder.resolve("x.zip");
        Files.writeString(home.resolve("bellhop.yaml"), "mine");
        Files.writeString(home.resolve("data/pets.db"), "my pets");
    }

    @AfterEach
    void nothingWasChanged() throws IOException {
        assertThat(home.resolve("bellhop.yaml")).hasContent("mine");
        assertThat(home.resolve("data/pets.db")).hasContent("my pets");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).hasSize(2);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isSubsetOf(home, file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "data/../../evil",
                "/tmp/evil",
                "data//evil",
                "./evil",
                "C:/evil",
                "data\\..\\..\\evil",
                "plugins/a\nb",
                "logs/evil",
                "data/lock",
                ".restoring/evil",
                "backups/evil.zip"
            })
    void refusesNamesThatLeadElsewhere(String name) throws IOException {
        write(
                manifest("0.1.0", Map.of("bellhop.yaml", "theirs", name, "evil")),
                Map.of("bellhop.yaml", "theirs", name, "evil"));
        refused().hasMessageContaining("leads out of the home, or is none");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        Files.writeString(file, "nothing of that kind");
        refused()
                .hasMessage("x.zip is no backup of Bellhop's: it is no zip, or only half of one. Nothing was changed.");
    }

    @Test
    void refusesHalfAZip() throws IOException {
        write(manifest("0.1.0", Map.of("bellhop.yaml", "theirs")), Map.of("bellhop.yaml", "theirs"));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
        refused().hasMessageContaining("only half of one");
    }

    @Test
    void refusesAZipOfSomethingElse() throws IOException {
        write(null, Map.of("readme.txt", "hello"));
        refused().hasMessageContaining("it has no bellhop-backup.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"format\":1,\"version\":\"x\",\"made\":\"\",\"files\":[]}"})
    void refusesAManifestThatMakesNoSense(String json) throws IOException {
        write(json, Map.of("bellhop.yaml", "theirs"));
        refused().hasMessageContaining("makes no sense");
    }

    @Test
    void refusesWhatANewerBellhopMade() throws IOException {
        write(manifest("0.10.0", Map.of("bellhop.yaml", "theirs")), Map.of("bellhop.yaml", "theirs"));
        refused()
                .hasMessage("x.zip was made by Bellhop 0.10.0, and this is 0.9.0. Install that version, or a newer one."
                        + " Nothing was changed.");
    }

    @Test
    void refusesAFileThatWasChanged() throws IOException {
        write(manifest("0.1.0", Map.of("bellhop.yaml", "theirs")), Map.of("bellhop.yaml", "thesis"));
        refused().hasMessageContaining("x.zip is damaged: bellhop.yaml is not as it was saved.");
    }

    @Test
    void refusesAFileThatIsLargerThanItSays() throws IOException {
        write(manifest("0.1.0", Map.of("bellhop.yaml", "theirs")), Map.of("bellhop.yaml", "theirs".repeat(100_000)));
        refused().hasMessageContaining("is damaged");
    }

    @Test
    void refusesFilesThatTheManifestDoesNotKnow() throws IOException {
        write(
                manifest("0.1.0", Map.of("bellhop.yaml", "theirs")),
                Map.of("bellhop.yaml", "theirs", "plugins/evil.jar", "evil"));
        refused().hasMessageContaining("it holds other files than it says");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        refused().hasMessageContaining("There is no file");
    }

    private AbstractThrowableAssert<?, ?> refused() {
        var restore = new Restore(new BackupOptions(home, "0.9.0"), new VirtualTime().clock());
        return assertThatThrownBy(() -> restore.from(file)).isInstanceOf(io.bellhop.api.error.BellhopException.class);
    }

    private static String manifest(String version, Map<String, String> files) {
        var entries = files.entrySet().stream()
                .map(entry -> new Manifest.Entry(
                        entry.getKey(),
                        entry.getValue().length(),
                        HexFormat.of()
                                .formatHex(ArchiveWriter.sha256()
                                        .digest(entry.getValue().getBytes(StandardCharsets.UTF_8)))))
                .toList();
        return new String(new Manifest(1, version, "", "", List.copyOf(entries)).json(), StandardCharsets.UTF_8);
    }

    private void write(@Nullable String manifest, Map<String, String> files) throws IOException {
        var all = new LinkedHashMap<>(files);
        if (manifest != null) {
            all.put("bellhop-backup.json", manifest);
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
