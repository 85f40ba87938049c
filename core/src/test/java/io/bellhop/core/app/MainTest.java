package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    private Path folder;

    @Test
    void endsWithTwoAfterWrongUsage() {
        assertThat(Main.exitCode("--nonsense")).isEqualTo(2);
    }

    @Test
    void endsWithTwoWhenTheHomeIsAFile() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(Main.exitCode("--home", file.toString())).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "--version"})
    void endsWithZeroAfterAnAnswer(String word) {
        assertThat(Main.exitCode(word)).isZero();
    }

    @Test
    void endsWithOneWhenAnotherHasTheHome() throws Exception {
        var home = Home.open(folder);

        try (var _ = HomeLock.take(home)) {
            assertThat(Main.exitCode("--home", folder.toString())).isEqualTo(1);
        }
    }
}
