package io.bellhop.plugins.code.engine.sandbox.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the filter is while there are sandboxes. */
@EnabledOnOs(OS.LINUX)
class FilterFileTest {
    private static final String ARCHITECTURE = "x86_64";

    @TempDir
    private Path folder;

    @Test
    void isReadByChildrenAgainAndAgain() throws Exception {
        try (var filter = new Filter(ARCHITECTURE)) {
            assertThat(readByAChild(filter.file())).isEqualTo(Filter.shipped(ARCHITECTURE));
            assertThat(readByAChild(filter.file())).isEqualTo(Filter.shipped(ARCHITECTURE));
        }
    }

    @Test
    void isGoneWhenItIsClosed() throws IOException {
        var filter = new Filter(ARCHITECTURE);
        var file = filter.file();
        filter.close();

        assertThat(file).doesNotExist();
    }

    /** What a killed bot has had. */
    static final class Killed {
        public static void main(String[] args) throws Exception {
            try (var filter = new Filter(ARCHITECTURE)) {
                System.out.println(filter.file());
                System.in.read(); // for ever
            }
        }
    }

    @Test
    void leavesNothingBehindWhenTheBotIsKilled() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var bot = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = bot.inputReader()) {
            var file = Path.of(said.readLine());
            assertThat(Files.readAllBytes(file)).isEqualTo(Filter.shipped(ARCHITECTURE));

            bot.destroyForcibly().waitFor();

            assertThat(file).doesNotExist();
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static byte[] readByAChild(Path file) throws IOException, InterruptedException {
        var child = new ProcessBuilder("cat", file.toString()).start();
        try (var read = child.getInputStream()) {
            return read.readAllBytes();
        } finally {
            child.waitFor();
        }
    }
}
