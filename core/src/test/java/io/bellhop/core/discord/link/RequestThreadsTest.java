package io.bellhop.core.discord.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestThreadsTest {
    private static final int MANY = 3 * RequestThreads.USUAL;

    /** Does what is due when the test says so. */
    private static final class Hands extends ScheduledThreadPoolExecutor {
        private final Queue<Runnable> due = new ArrayDeque<>();

        Hands() {
            super(1);
        }

        @Override
        public synchronized ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            due.add(task);
            return super.schedule(() -> {}, delay, unit);
        }

        synchronized void moveOn() {
            due.remove().run();
        }
    }

    private final Hands clock = new Hands();
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
        keepBusy();
        var next = CompletableFuture.runAsync(() -> {}, threads);
        assertThat(next).isNotDone();
        while (threads.getPoolSize() <= MANY) {
            clock.moveOn();
        }
        next.join();
    }

    @Test
    void thereAreFewAgainAfterwards() throws Exception {
        keepBusy();
        clock.moveOn();
        assertThat(threads.getCorePoolSize()).isEqualTo(2 * RequestThreads.USUAL);
        release.countDown();
        threads.submit(() -> {}).get();
        clock.moveOn();
        assertThat(threads.getCorePoolSize()).isEqualTo(RequestThreads.USUAL);
    }

    private void keepBusy() {
        for (int i = 0; i < MANY; i++) {
            threads.execute(this::waitForRelease);
        }
    }

    private void waitForRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
