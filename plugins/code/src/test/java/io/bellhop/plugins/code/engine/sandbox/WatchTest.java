package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.watch.Meter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Allowance ALLOWANCE = new Allowance(SECOND.multipliedBy(3), SECOND, 64 << 20, 1);

    private boolean isOverMemory;
    private Duration cpu = Duration.ZERO;

    private final Watch watch = new Watch(ALLOWANCE, new Meter() {
        @Override
        public void begin(long memory) {}

        @Override
        public Duration cpu() {
            return cpu;
        }

        @Override
        public boolean isOverMemory() {
            return isOverMemory;
        }

        @Override
        public Optional<String> killed() {
            return Optional.of("python3");
        }

        @Override
        public long peakMemory(long largest) {
            return largest;
        }

        @Override
        public Duration interval() {
            return SECOND;
        }
    });

    @Test
    void findsNothingWhereNoLimitIsReached() {
        cpu = SECOND.minusNanos(1);

        assertThat(watch.look(ALLOWANCE.wall().minusNanos(1))).isEmpty();
    }

    @Test
    void namesTheLimitThatIsReached() {
        assertThat(watch.look(ALLOWANCE.wall())).contains(new Verdict.TimeLimit(ALLOWANCE.wall()));

        cpu = SECOND;
        assertThat(watch.look(Duration.ZERO)).contains(new Verdict.CpuLimit(SECOND));
    }

    @Test
    void namesTheProcessThatTheKernelKilledWhateverElseIsReached() {
        isOverMemory = true;
        cpu = SECOND;

        assertThat(watch.look(ALLOWANCE.wall()))
                .contains(new Verdict.MemoryLimit(ALLOWANCE.memory(), Optional.of("python3")));
    }

    @Test
    void looksBeforeALimitCanHaveBeenReached() {
        assertThat(watch.next(Duration.ZERO)).isLessThanOrEqualTo(SECOND);
        assertThat(watch.next(ALLOWANCE.wall().minusMillis(5))).isEqualTo(Duration.ofMillis(5));
        assertThat(watch.next(ALLOWANCE.wall().plusMillis(5))).isZero();
    }
}
