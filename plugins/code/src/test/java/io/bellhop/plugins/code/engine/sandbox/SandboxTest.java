package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsSandbox
class SandboxTest {
    private static final Duration BRIEF = Duration.ofMillis(400);
    private static final int OUTPUT = 64 << 10;
    private static final String NINETY_KILOBYTES = "ninety kB\n".repeat(9_000);

    private final Boxes boxes;

    SandboxTest() throws IOException {
        boxes = new Boxes();
    }

    @AfterEach
    void close() throws IOException {
        boxes.close();
    }

    @Test
    void givesOutputCodeAndUsage() throws Exception {
        var stage =
                boxes.run("python3", "-c", "print(6 * 7); raise SystemExit(3)").stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(3));
        assertThat(stage.output().merged()).isEqualTo("42\n");
        assertThat(stage.usage().cpu()).isPositive();
        assertThat(stage.usage().wall()).isPositive();
        assertThat(stage.usage().peakMemory()).isGreaterThan(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "INT", "TERM"})
    void outlivesSignalsThatAreMeantForTheBot(String signal) throws Exception {
        try (var sandbox = boxes.open()) {
            assertThat(sandbox.awaitReady()).isEmpty();
            for (var bubblewrap : ProcessHandle.current().children().toList()) {
                new ProcessBuilder("kill", "-" + signal, Long.toString(bubblewrap.pid()))
                        .start()
                        .waitFor();
            }
            var step = Boxes.step("sh", "-c", "kill -" + signal + " $$; echo deaf");
            var stage = sandbox.run(step, Progress.UNHEARD).stage();

            assertThat(stage.output().merged()).isEmpty();
            assertThat(stage.verdict()).isEqualTo(new Verdict.Signalled("SIG" + signal));
        }
    }

    @Test
    void keepsTheOrderOfTheStreams() throws Exception {
        var stage = boxes.run("python3", "-c", """
                import fcntl, os, termios, time
                os.write(1, b'1\\n'); os.write(2, b'2\\n'); os.write(1, b'3\\n')
                while any(any(fcntl.ioctl(stream, termios.FIONREAD, bytes(4))) for stream in (1, 2)):
                    time.sleep(0.01)  # until all that has been read
                os.write(2, b'4\\n'); os.write(1, b'5\\n')
                """).stage();

        assertThat(stage.output().of(Stream.OUT)).isEqualTo("1\n3\n5\n");
        assertThat(stage.output().of(Stream.ERR)).isEqualTo("2\n4\n");
        assertThat(stage.output().merged()).endsWith("4\n5\n");
    }

    @Test
    void putsTheStreamFirstThatWasWrittenFirst() throws Exception {
        var stage = boxes.run("sh", "-c", "echo first >&2; echo second").stage();

        assertThat(stage.output().chunks())
                .containsExactly(new Chunk(Stream.ERR, "first\n"), new Chunk(Stream.OUT, "second\n"));
    }

    @Test
    void tellsSignalsFromCodes() throws Exception {
        assertThat(verdict("exit 137")).isEqualTo(new Verdict.Exited(137));
        assertThat(verdict("kill -9 $$")).isEqualTo(new Verdict.Signalled("SIGKILL"));
        assertThat(verdict("kill -SEGV $$")).isEqualTo(new Verdict.Signalled("SIGSEGV"));
        assertThat(verdict("kill -TERM $$")).isEqualTo(new Verdict.Signalled("SIGTERM"));
    }

    @Test
    void saysThatAProgramIsNotThere() throws Exception {
        assertThat(boxes.run("no-such-program").stage().verdict())
                .isEqualTo(new Verdict.EngineFailure("the program could not be started: No such file or directory"));
    }

    @Test
    void endsWhatTakesTooLong() throws Exception {
        var stage = boxes.shell(wall(BRIEF), "sleep 1000").stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.TimeLimit(BRIEF));
        assertThat(stage.usage().wall()).isGreaterThanOrEqualTo(BRIEF);
    }

    @Test
    void givesTheOutputOfWhatTookTooLong() throws Exception {
        var time = BRIEF;
        var stage = boxes.shell(wall(time), "printf partial; sleep 1000").stage();
        while (stage.output().chunks().isEmpty() && time.compareTo(Boxes.LONG) < 0) {
            time = time.multipliedBy(4); // on a busy machine it may not have come to print anything
            stage = boxes.shell(wall(time), "printf partial; sleep 1000").stage();
        }

        assertThat(stage.verdict()).isEqualTo(new Verdict.TimeLimit(time));
        assertThat(stage.output().merged()).isEqualTo("partial");
    }

    @Test
    void countsTheProcessorsTimeOfAllProcesses() throws Exception {
        var limits = new Allowance(Boxes.LONG, BRIEF, 64 << 20, OUTPUT);

        var stage = boxes.shell(limits, "spin() { while :; do :; done; }; spin & spin & spin")
                .stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.CpuLimit(BRIEF));
        assertThat(stage.usage().cpu()).isGreaterThanOrEqualTo(BRIEF);
    }

    @Test
    void endsWhatWritesTooMuch() throws Exception {
        var limits = new Allowance(Boxes.LONG, Boxes.LONG, 64 << 20, OUTPUT);

        var stage = boxes.shell(limits, "yes flood").stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.OutputLimit(OUTPUT));
        assertThat(stage.output().merged()).startsWith("flood\n").hasSize(OUTPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "exec <&-; sleep 0.1", "head -c 9 >/dev/null; sleep 0.1"})
    void isNotHeldUpByInputThatIsNotRead(String script) throws Exception {
        var stage =
                boxes.run(Boxes.reading(NINETY_KILOBYTES, "sh", "-c", script)).stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a line\n", "no line"})
    void feedsInputToItsEnd(String input) throws Exception {
        var stage =
                boxes.run(Boxes.reading(input, "sh", "-c", "sleep 0.1; cat")).stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(stage.output().merged()).isEqualTo(input);
    }

    @Test
    void feedsAReaderThatIsSlow() throws Exception {
        var stage = boxes.run(Boxes.reading(NINETY_KILOBYTES, "sh", "-c", "sleep 0.2; cat"))
                .stage();

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(stage.output().merged()).isEqualTo(NINETY_KILOBYTES);
    }

    @Test
    void keepsCharactersWholeThatArriveInPieces() throws Exception {
        var stage = boxes.run("sh", "-c", "printf '\\360\\237'; sleep 0.2; printf '\\230\\200'; printf '\\377'")
                .stage();

        assertThat(stage.output().merged()).isEqualTo("\uD83D\uDE00\uFFFD");
    }

    @Test
    void putsFilesInAndTakesFilesOut() throws Exception {
        var files = List.of(
                new SandboxFile("in/greeting", "hello".getBytes(UTF_8), false),
                new SandboxFile("tool", "#!/bin/sh\ncat in/greeting".getBytes(UTF_8), true));
        var script = "mkdir -p out/deep; ./tool > out/deep/copy; ln -s /etc/passwd out/link; mkfifo out/pipe";
        var collect = Optional.of(new Step.Collect("out", 10, 1 << 20));

        var ran = boxes.run(new Step(
                Stage.Kind.RUN,
                List.of("sh", "-c", script),
                Boxes.ENVIRONMENT,
                files,
                new byte[0],
                Boxes.AMPLE,
                collect));

        assertThat(ran.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("deep/copy");
            assertThat(file.content()).asString(UTF_8).isEqualTo("hello");
        });
        assertThat(ran.leftOut()).hasValue(2);
    }

    @Test
    void givesTheNextStepWhatTheLastOneLeftButNoneOfItsProcesses() throws Exception {
        try (var sandbox = boxes.open()) {
            var first = sandbox.run(Boxes.step("sh", "-c", "echo kept > file; sleep 1000 & exit 0"), Progress.UNHEARD);
            var second = sandbox.run(Boxes.step("sh", "-c", "cat file; ps ax | grep -c [s]leep"), Progress.UNHEARD);

            assertThat(first.stage().verdict()).isEqualTo(new Verdict.Exited(0));
            assertThat(second.stage().output().merged()).isEqualTo("kept\n0\n");
        }
    }

    @Test
    void showsTheProgramItsOwnEnvironmentAndNoOther() throws Exception {
        var step = new Step(
                Stage.Kind.RUN,
                List.of("/usr/bin/env"),
                Map.of("GREETING", "hi=there\nBob"),
                List.of(),
                new byte[0],
                Boxes.AMPLE,
                Optional.empty());

        assertThat(boxes.run(step).stage().output().merged()).isEqualTo("GREETING=hi=there\nBob\n");
        assertThat(boxes.run("sh", "-c", "cat /proc/1/environ").stage().output().of(Stream.ERR))
                .contains("Permission denied");
    }

    @Test
    void leavesNobodyWaitingInItWheneverItIsClosed() throws Exception {
        for (var after = Duration.ZERO; after.toMillis() < 15; after = after.plusNanos(150_000)) {
            var sandbox = boxes.open();
            LockSupport.parkNanos(after.toNanos());
            sandbox.close();

            assertThat(sandbox.awaitReady().orElseThrow())
                    .as("closed after %s", after)
                    .doesNotContain("was not there");
        }
    }

    @Test
    void leavesNoProcessToWhoDoesNotWaitForIt() throws Exception {
        var before = ProcessHandle.current().children().toList();

        Thread.currentThread().interrupt();
        assertThatThrownBy(boxes::open).isInstanceOf(InterruptedException.class);

        boxes.open().close(); // since they are made one after the other
        var left = ProcessHandle.current().children().filter(child -> !before.contains(child));
        for (var process : left.toList()) {
            assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private Verdict verdict(String script) throws Exception {
        return boxes.run("sh", "-c", script).stage().verdict();
    }

    private static Allowance wall(Duration wall) {
        return new Allowance(wall, Boxes.LONG, 64 << 20, OUTPUT);
    }
}
