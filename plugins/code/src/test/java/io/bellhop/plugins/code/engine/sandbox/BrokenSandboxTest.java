package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What should be a sandbox, and is none. */
class BrokenSandboxTest {
    private static final String HANGS = "sleep 1000; exit";

    @Test
    void tellsTheLogAndNotTheUserWhatIsWrong() throws Exception {
        try (var sandbox = saying("echo \"bwrap: Can't mkdir /home/owner/secret\" >&2; exit 1")) {
            assertThat(sandbox.awaitReady()).contains("bwrap: Can't mkdir /home/owner/secret");
            assertThat(sandbox.run(Boxes.step("true"), Progress.UNHEARD).stage().verdict())
                    .isEqualTo(new Verdict.EngineFailure("the sandbox could not be made"));
        }
    }

    @Test
    void isEndedIfItIsNotThereInTime() throws Exception {
        var process = new ProcessBuilder("/bin/sh", "-c", HANGS).start();
        try (var sandbox = new Sandbox(process, Pretended.slot(0), 1, Duration.ofMillis(50))) {
            assertThat(sandbox.awaitReady()).contains("it was not there after 50 ms");
            assertThat(process.isAlive()).isFalse();
        }
    }

    @Test
    void isEndedIfItsJobIsCancelledBeforeItIsThere() throws Exception {
        var process = new ProcessBuilder("/bin/sh", "-c", HANGS).start();
        try (var sandbox = new Sandbox(process, Pretended.slot(0), 1)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> sandbox.run(Boxes.step("true"), Progress.UNHEARD))
                    .isInstanceOf(InterruptedException.class);

            assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    /** A process may be alive for a moment after its last word. */
    @Test
    void canRunNothingOnceItIsSilent() throws Exception {
        try (var sandbox = saying("printf 'r\\0\\0\\0\\0'; head -c 1 >/dev/null; exec sleep 1000 >&-")) {
            sandbox.run(Boxes.step("true"), Progress.UNHEARD);

            assertThat(sandbox.isOpen()).isFalse();
        }
    }

    @Test
    void canRunNothingOnceItHasFailed() throws Exception {
        try (var sandbox =
                saying("printf 'r\\0\\0\\0\\0'; head -c 1 >/dev/null; printf '!\\0\\0\\0\\0'; sleep 1000; exit")) {
            sandbox.run(Boxes.step("true"), Progress.UNHEARD);

            assertThat(sandbox.isOpen()).isFalse();
        }
    }

    private static Sandbox saying(String script) throws IOException {
        return Pretended.saying(Pretended.slot(0), script);
    }
}
