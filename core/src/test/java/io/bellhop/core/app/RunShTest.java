package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run.sh} answers where nothing is built. */
class RunShTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path checkout;

    @BeforeEach
    void checkOut() throws IOException {
        for (var file : new String[] {"run.sh", "pom.xml", "core/src/main/dist/lib/launch.sh"}) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.copy(ROOT.resolve(file), checkout.resolve(file));
        }
    }

    @Test
    void saysItsVersionAsTheBotDoesWithoutABuild() throws Exception {
        var said = said("--version");

        assertThat(said)
                .isEqualTo("bellhop %s (java %s)\n".formatted(Version.current(), System.getProperty("java.version")));
        assertThat(said("start", "--version")).isEqualTo(said);
        assertThat(checkout.resolve("core/target")).doesNotExist();
    }

    @Test
    void saysWhatItCanDoWithoutABuild() throws Exception {
        assertThat(said("--help")).startsWith("usage: ./run.sh ");
        assertThat(List.of(said("-h"), said("help"))).containsOnly(said("--help"));
        assertThat(checkout.resolve("core/target")).doesNotExist();
    }

    private String said(String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(words))).redirectErrorStream(true);
        builder.command().addFirst(checkout.resolve("run.sh").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
