package io.bellhop.core.event.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes lanes = new Lanes();
    private final List<String> started = new ArrayList<>();

    @Test
    void startsTheNextOfAKeyOnlyWhenTheOneBeforeHasEnded() {
        lanes.enter("a", () -> started.add("a1"));
        lanes.enter("a", () -> started.add("a2"));
        lanes.enter("b", () -> started.add("b1"));
        lanes.enter("a", () -> started.add("a3"));
        assertThat(started).containsExactly("a1", "b1");
        lanes.end("a");
        assertThat(started).containsExactly("a1", "b1", "a2");
        lanes.end("a");
        lanes.end("a");
        lanes.enter("a", () -> started.add("a4"));
        assertThat(started).containsExactly("a1", "b1", "a2", "a3", "a4");
    }

    @Test
    void neverRunsTwoOfAKeyBesideEachOther() throws InterruptedException {
        var beside = new AtomicInteger();
        var most = new AtomicInteger();
        var all = new CountDownLatch(20_000);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 20_000; i++) {
                threads.execute(() -> lanes.enter(
                        "key",
                        () -> threads.execute(() -> {
                            most.accumulateAndGet(beside.incrementAndGet(), Math::max);
                            beside.decrementAndGet();
                            all.countDown();
                            lanes.end("key");
                        })));
            }
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }
}
