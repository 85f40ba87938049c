package io.bellhop.core.testkit.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.console.PipedPlatform;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
    @TempDir
    private Path home;

    @Test
    void takesNoThreadOfATestBesideItForTheConnectors() throws Exception {
        try (var stage = Stage.open(new PipedPlatform(home))) {
            var neighbourEnds = new CountDownLatch(1);
            var neighbour = Thread.ofPlatform().daemon().name("neighbour").start(() -> await(neighbourEnds));

            assertThat(stage.newThreads()).isNotEmpty().doesNotContain(neighbour);
            neighbourEnds.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
