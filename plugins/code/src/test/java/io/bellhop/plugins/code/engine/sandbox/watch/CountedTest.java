package io.bellhop.plugins.code.engine.sandbox.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedTest {
    private static final long MIB = 1 << 20;
    private static final long OWN = 7 * MIB;
    private static final long LIMIT = 32 * MIB;
    private static final long LARGEST = 42 * MIB;

    private final Kernel kernel = new Kernel();
    private final Counted meter = new Counted(kernel);

    private static final class Kernel implements Group {
        private long memory = OWN;
        private long peak;
        private long kills;

        @Override
        public List<Path> folders() {
            return List.of();
        }

        @Override
        public String name() {
            return "sandbox";
        }

        @Override
        public void limitMemory(long bytes) {
            peak = memory;
        }

        @Override
        public long memory() {
            return memory;
        }

        @Override
        public long peakMemory() {
            return peak;
        }

        @Override
        public long memoryKills() {
            return kills;
        }

        @Override
        public Duration cpu() {
            return Duration.ZERO;
        }

        @Override
        public void remove() {}
    }

    @BeforeEach
    void sandbox() {
        meter.settle();
    }

    @Test
    void tellsThePeakOfTheGroupWithoutTheSandboxsOwn() throws IOException {
        meter.begin(LIMIT);
        kernel.peak = OWN + 3 * MIB;

        assertThat(meter.peakMemory(LARGEST)).isEqualTo(3 * MIB);
    }

    @Test
    void tellsTheLimitOfAStepThatMetIt() throws IOException {
        meter.begin(LIMIT);
        kernel.peak = OWN + LIMIT - MIB;
        kernel.kills++;

        assertThat(meter.isOverMemory()).isTrue();
        assertThat(meter.peakMemory(LARGEST)).isEqualTo(LIMIT);
        assertThat(meter.peakMemory(MIB)).isEqualTo(LIMIT);

        meter.begin(LIMIT);
        kernel.peak = OWN + MIB;
        assertThat(meter.isOverMemory()).isFalse();
        assertThat(meter.peakMemory(LARGEST)).as("of the next step").isEqualTo(MIB);
    }

    @Test
    void tellsNoMoreThanTheLimitWhereAnEarlierStepsFilesFillTheMemory() throws IOException {
        meter.begin(LIMIT);
        kernel.memory = OWN + 4 * MIB;
        meter.begin(LIMIT);
        kernel.peak = OWN + LIMIT;

        assertThat(meter.peakMemory(LARGEST)).isEqualTo(LIMIT);
    }

    @Test
    void tellsNoMoreThanTheLimitWhereTheKernelTellsNoPeak() throws IOException {
        meter.begin(LIMIT);
        kernel.peak = 0;

        assertThat(meter.peakMemory(LARGEST)).isEqualTo(LIMIT);
        assertThat(meter.peakMemory(MIB)).isEqualTo(MIB);
    }

    @Test
    void tellsNoMoreThanTheGroupHadWhereAnEarlierStepWasStillEnding() throws IOException {
        meter.begin(LIMIT);
        kernel.memory = OWN + 2 * MIB;
        meter.begin(LIMIT);

        assertThat(meter.peakMemory(LARGEST)).isEqualTo(2 * MIB);
        assertThat(meter.peakMemory(MIB)).isEqualTo(MIB);
    }

    @Test
    void takesWhatTheSandboxGaveBackSinceItWasThereForNobodys() throws IOException {
        kernel.memory = OWN - 2 * MIB;
        meter.begin(LIMIT);
        kernel.peak = OWN - MIB;

        assertThat(meter.peakMemory(LARGEST)).isEqualTo(MIB);
    }
}
