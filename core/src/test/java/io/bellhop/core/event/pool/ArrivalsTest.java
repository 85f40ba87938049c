package io.bellhop.core.event.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ArrivalsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Arrivals arrivals = new Arrivals();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        for (var thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void wakesAsManyAsThereAreTasksThoughEachIsHeldUp() throws Exception {
        var taken = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            begin(() -> {
                while (arrivals.await(LONG) == null) {}
                taken.countDown();
                new CountDownLatch(1).await();
            });
        }
        awaitAsleep();
        for (int i = 0; i < 8; i++) {
            arrivals.add(task(), true);
        }
        assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wakesTheOneThatHasSleptForTheShortestTimeAndNobodyElse() throws Exception {
        var woken = new LinkedBlockingQueue<Thread>();
        for (int i = 0; i < 3; i++) {
            begin(() -> {
                while (true) {
                    if (arrivals.await(LONG) != null) {
                        woken.add(Thread.currentThread());
                    }
                }
            });
            awaitAsleep();
        }
        for (int i = 0; i < 100; i++) {
            arrivals.add(task(), true);
            assertThat(woken.poll(60, TimeUnit.SECONDS)).isSameAs(threads.getLast());
            awaitAsleep();
        }
    }

    @Test
    void wakesNobodyForWhatTheCallerTakesItself() throws Exception {
        var taken = new ConcurrentLinkedQueue<PoolTask>();
        begin(() -> {
            while (true) {
                var task = arrivals.await(LONG);
                if (task != null) {
                    taken.add(task);
                }
            }
        });
        awaitAsleep();
        for (int i = 0; i < 10_000; i++) {
            arrivals.add(task(), false);
            assertThat(arrivals.poll()).isNotNull();
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void losesNoTaskHoweverThreadsComeAndGo() throws Exception {
        int all = 100_000;
        var taken = new ConcurrentLinkedQueue<PoolTask>();
        var done = new CountDownLatch(all);
        for (int i = 0; i < 4; i++) {
            begin(() -> {
                while (true) {
                    var task = arrivals.await(Duration.ofNanos(1000)); // so that many give up as one comes
                    if (task != null) {
                        taken.add(task);
                        done.countDown();
                    }
                }
            });
        }
        for (int i = 0; i < all; i++) {
            arrivals.add(task(), true);
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).doesNotHaveDuplicates().hasSize(all);
        assertThat(arrivals.waiting()).isZero();
    }

    @Test
    void wakesTheLastOneForTheLastTask() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            var took = new CompletableFuture<PoolTask>();
            begin(() -> took.complete(arrivals.await(LONG)));
            var task = task();
            arrivals.add(task, true);
            assertThat(took.get(60, TimeUnit.SECONDS)).isSameAs(task);
        }
    }

    private static PoolTask task() {
        return new PlainTask("trial", new Object()::notifyAll); // each is another
    }

    private void awaitAsleep() {
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
    }

    private void begin(Waiting work) {
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the test is over
            }
        }));
    }

    /** What a thread does. */
    @FunctionalInterface
    private interface Waiting {
        void run() throws InterruptedException;
    }
}
