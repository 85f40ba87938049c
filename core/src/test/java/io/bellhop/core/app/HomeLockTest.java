package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(folder);
    }

    @Test
    void refusesASecondHolderAndNamesTheFirst() throws Exception {
        try (var _ = HomeLock.take(home)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> HomeLock.take(home))
                    .withMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(1));
        }
    }

    @Test
    void givesTheHomeBack() throws Exception {
        HomeLock.take(home).close();

        HomeLock.take(home).close();
    }
}
