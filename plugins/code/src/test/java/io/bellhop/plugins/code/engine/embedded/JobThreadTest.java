package io.bellhop.plugins.code.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Progress;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JobThreadTest {
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Programs programs = new Programs();

    @Test
    @Timeout(60)
    void countsNothingThatTheEngineTookBeforeTheProgramBegan() throws Exception {
        var image = Image.boot();
        var thread = new JobThread(
                programs.job("1", "", List.of()),
                Progress.UNHEARD,
                new SplittableRandom(),
                () -> slowly(image),
                _ -> {});

        var usage = thread.run().usage();
        assertThat(usage.cpu()).isPositive().isLessThan(LONG).isLessThanOrEqualTo(usage.wall());
    }

    /** Takes some of the processor's time, as what boots the engine does. */
    private static Image slowly(Image image) {
        var threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < LONG.toNanos()) {
            Thread.onSpinWait();
        }
        return image;
    }
}
