package io.bellhop.core.discord.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {
    private static final int MANY = 3 * RequestThreads.USUAL;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final RequestThreads threads =
            new RequestThreads(Thread.ofPlatform().daemon().factory(), clock);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        threads.shutdownNow();
        clock.shutdownNow();
    }

    @Test
    void nobodyWaitsForThoseThatAreSlow() {
        for (int i = 0; i < MANY; i++) {
            threads.execute(this::waitForRelease);
        }
        assertThat(CompletableFuture.runAsync(() -> {}, threads)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(threads.getPoolSize()).isGreaterThan(MANY);
    }

    @Test
    void thereAreFewAgainAfterwards() throws Exception {
        for (int i = 0; i < MANY; i++) {
            threads.execute(this::waitForRelease);
        }
        threads.submit(() -> {}).get();
        release.countDown();
        for (int i = 0; i < 500 && threads.getCorePoolSize() > RequestThreads.USUAL; i++) {
            Thread.sleep(20);
        }
        assertThat(threads.getCorePoolSize()).isEqualTo(RequestThreads.USUAL);
    }

    private void waitForRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
