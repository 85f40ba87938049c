package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void findsABotThatHasNotStartedYetWellAndChangesNothing() {
        assertThat(examine(folder.resolve("new/home"))).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).containsPattern("ok +home .*made at the first start");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failsWhenTheHomeIsNoFolder() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(examine(file)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).containsPattern("missing +home .*--home");
    }

    @Test
    void findsWhatWouldStopTheStartInTheConfiguration() throws Exception {
        Files.writeString(folder.resolve("bellhop.yaml"), "prefxi: \"?\"\n");

        assertThat(examine(folder)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsPattern("missing +configuration .*bellhop.yaml:1: prefxi is unknown. Did you mean prefix");
    }

    @Test
    void namesTheShippedPlugins() throws Exception {
        Files.createDirectory(folder.resolve("plugins"));
        Files.createFile(folder.resolve("plugins/hello.jar"));

        examine(folder);

        assertThat(said.toString(StandardCharsets.UTF_8)).containsPattern("ok +shipped plugins +hello.jar");
    }

    private int examine(Path home) {
        return Doctor.of(home, folder).report(new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
