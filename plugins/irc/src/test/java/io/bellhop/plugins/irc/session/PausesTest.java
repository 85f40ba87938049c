package io.bellhop.plugins.irc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.Configured;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How long a network waits before it connects again. */
class PausesTest extends PeerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Spread spread = new Spread();

    /** Takes nothing off a pause, and keeps how much it might have. */
    private static final class Spread implements RandomGenerator {
        final BlockingQueue<Long> bounds = new LinkedBlockingQueue<>();

        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            bounds.add(bound);
            return 0;
        }
    }

    private void connects(Duration reconnect) {
        var config = Configured.resting(peer.port(), "bell", reconnect);
        network = new Network("test", config, this::hear, spread, nanos::get);
        network.start();
    }

    /** A random half of it is left to chance. */
    private void assertPause(Duration pause) throws InterruptedException {
        assertThat(spread.bounds.poll(60, TimeUnit.SECONDS)).isEqualTo(pause.toMillis() / 2 + 1);
    }

    @Test
    void areTwiceAsLongEachTimeUntilAConnectionHasLasted() throws Exception {
        connects(Duration.ofMillis(10));
        for (int millis : new int[] {10, 20, 40, 80}) {
            peer.accepts().drops();
            assertPause(Duration.ofMillis(millis));
        }
        peer.welcomes("bell", "");
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        peer.drops();
        assertPause(Duration.ofMillis(10));
    }

    @Test
    void areNeverLongerThanFiveMinutes() throws Exception {
        connects(Duration.ofHours(1));
        peer.accepts().drops();
        assertPause(Duration.ofMinutes(5));
    }
}
