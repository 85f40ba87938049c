package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.watch.Meter;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunningTest {
    private static final Duration LIMIT = Duration.ofMillis(400);
    private static final int KILLED = 9;
    private static final int CPU_EXCEEDED = 24;

    private final Counting meter = new Counting();

    /** Counts more than the program took: the sandbox's own process passes its output on. */
    private static final class Counting implements Meter {
        private boolean isOverMemory;
        private Optional<String> killed = Optional.empty();

        @Override
        public void begin(long memory) {}

        @Override
        public Duration cpu() {
            return Duration.ofMillis(405);
        }

        @Override
        public boolean isOverMemory() {
            return isOverMemory;
        }

        @Override
        public Optional<String> killed() {
            return killed;
        }

        @Override
        public long peakMemory(long largest) {
            return largest;
        }

        @Override
        public Duration interval() {
            return Duration.ZERO;
        }
    }

    @Test
    void tellsOfWhatReachedTheLimitOfTheProcessorsTimeThatItTookAsMuch() throws IOException {
        var running = running();

        running.stop(new Verdict.CpuLimit(LIMIT));
        end(running, KILLED, 390);

        assertThat(running.ran().stage().verdict()).isEqualTo(new Verdict.CpuLimit(LIMIT));
        assertThat(running.ran().stage().usage().cpu()).isEqualTo(Duration.ofMillis(405));
    }

    @Test
    void tellsOfAllElseWhatTheProgramItselfTook() throws IOException {
        var running = running();

        end(running, 0, 390);

        assertThat(running.ran().stage().verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(running.ran().stage().usage().cpu()).isEqualTo(Duration.ofMillis(390));
    }

    @Test
    void believesTheSignalOfTheLimitOnlyOfWhatUsedAsMuch() throws IOException {
        var honest = running();
        var pretending = running();

        end(honest, CPU_EXCEEDED, (int) Boxes.AMPLE.cpu().toMillis());
        end(pretending, CPU_EXCEEDED, 13);

        assertThat(honest.ran().stage().verdict()).isEqualTo(new Verdict.CpuLimit(Boxes.AMPLE.cpu()));
        assertThat(pretending.ran().stage().verdict()).isEqualTo(new Verdict.Signalled("SIGXCPU"));
    }

    @Test
    void tellsTheLimitOfMemoryWhenTheKernelKilledTheSandboxsOwnProcessForIt() throws IOException {
        meter.isOverMemory = true;
        var running = running();

        running.take(new Wire.Frame(Wire.FAULT, "the process that ran the program ended with 9".getBytes(UTF_8)));
        running.finish();

        assertThat(running.ran().stage().verdict()).isEqualTo(new Verdict.MemoryLimit(Boxes.AMPLE.memory()));
    }

    @Test
    void namesTheProcessThatWasKilledForItsMemory() throws IOException {
        meter.isOverMemory = true;
        meter.killed = Optional.of("python3");
        var ended = running();
        var silent = running();

        end(ended, KILLED, 1);
        silent.finish();

        var verdict = new Verdict.MemoryLimit(Boxes.AMPLE.memory(), Optional.of("python3"));
        assertThat(ended.ran().stage().verdict()).isEqualTo(verdict);
        assertThat(silent.ran().stage().verdict()).isEqualTo(verdict);
    }

    @Test
    void endsAnOutputThatWasCutWithAWholeCharacter() throws IOException {
        var flood = "a" + "\uD83D\uDE00".repeat(Boxes.AMPLE.output() / 4);
        var bytes = flood.getBytes(UTF_8);
        var running = running();

        running.take(new Wire.Frame(Wire.OUT, bytes));
        running.take(new Wire.Frame(Wire.OUT, Arrays.copyOfRange(bytes, 1, 4)));
        end(running, KILLED, 1);

        assertThat(running.ran().stage().verdict()).isEqualTo(new Verdict.OutputLimit(Boxes.AMPLE.output()));
        assertThat(running.ran().stage().output().merged()).isEqualTo(flood.substring(0, flood.length() - 2));
    }

    private Running running() {
        var feed = new Feed(Optional.empty(), () -> false, (kind, bytes) -> {});
        return new Running(Boxes.step("true"), Progress.UNHEARD, meter, feed, () -> {});
    }

    private static void end(Running running, int status, int cpuMillis) throws IOException {
        var bytes = Wire.written(to -> {
            to.writeInt(status);
            to.writeLong(cpuMillis * 1000L);
            to.writeLong(1 << 20);
        });
        running.take(new Wire.Frame(Wire.END, bytes));
        running.finish();
    }
}
