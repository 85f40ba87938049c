package io.bellhop.core.event.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What must hold at whatever moment tasks come and threads go. */
class PluginPoolRaceTest {
    private final DeadlineWatch watch = new DeadlineWatch(new VirtualTime());

    @Test
    void losesNoTaskUnderManySubmitters() throws Exception {
        var roomy = new PluginPool(
                "roomy", PluginPoolRaceTest.class.getClassLoader(), new PoolOptions(3, 1_000_000), watch);
        var done = new AtomicInteger();
        var all = new CountDownLatch(40_000);
        for (int i = 0; i < 4; i++) {
            Thread.ofPlatform().start(() -> {
                for (int j = 0; j < 10_000; j++) {
                    roomy.execute(() -> {
                        done.incrementAndGet();
                        all.countDown();
                    });
                }
            });
        }
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasValue(40_000);
        assertThat(roomy.close(Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void startsAThreadForATaskThatComesWhileTheIdleOneTakesAnother() throws Exception {
        for (int round = 0; round < 300; round++) {
            var pair = new PluginPool("pair", PluginPoolRaceTest.class.getClassLoader(), new PoolOptions(2, 8), watch);
            pair.execute(() -> {});
            while (pair.taken() > 0) {
                Thread.onSpinWait();
            }
            var both = new CyclicBarrier(2);
            var met = new CountDownLatch(2);
            for (int i = 0; i < 2; i++) {
                pair.execute(() -> {
                    meet(both);
                    met.countDown();
                });
                pause(300L * round); // so that the second comes at many a moment of the first's way to its thread
            }
            assertThat(met.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(pair.close(Duration.ofSeconds(60))).isEmpty();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
