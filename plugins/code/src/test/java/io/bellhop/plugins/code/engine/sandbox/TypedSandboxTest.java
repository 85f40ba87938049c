package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Input;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that somebody types while the program runs. */
@NeedsSandbox
class TypedSandboxTest {
    private static final int OUTPUT = 64 << 10;

    private final Boxes boxes;

    TypedSandboxTest() throws IOException {
        boxes = new Boxes();
    }

    @AfterEach
    void close() throws IOException {
        boxes.close();
    }

    @Test
    void asksForInputWhenTheProgramWaitsForIt() throws Exception {
        var asked = new Asked("one\n", "two\nthree\n");

        assertThat(run(Boxes.AMPLE, "read a; read b; read c; echo $a $b $c; cat; echo end", asked)
                        .output()
                        .merged())
                .isEqualTo("one two three\nend\n");
        assertThat(asked.times).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select.select([sys.stdin], [], [])",
                "p = select.poll(); p.register(0); p.poll()",
                "e = select.epoll(); e.register(0); e.poll()",
                "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()"
            })
    void seesThatAProgramWaitsHoweverItDoes(String waiting) throws Exception {
        var script = "python3 -c '\nimport select, sys, threading, time\n" + waiting + "\nprint(input())'";

        assertThat(run(Boxes.AMPLE, script, new Asked("typed\n")).output().merged())
                .isEqualTo("typed\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select.select([], [], [], 0.5)",
                "select.poll().poll(500)",
                "select.epoll().poll(0.5)",
                "import os, time; os.fork() or time.sleep(0.5) or os._exit(0); os.wait()"
            })
    void asksNobodyWhereSomethingElseIsWaitedFor(String waiting) throws Exception {
        var asked = new Asked();

        run(Boxes.AMPLE, "python3 -c '\nimport select\n" + waiting + "'", asked);

        assertThat(asked.times).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(sleep 0.5; echo hi) | cat",
                "while read x; do echo $x; done < <(sleep 0.5; echo hi)",
                "python3 -c 'import subprocess, time; p = subprocess.Popen([\"cat\"], stdin=subprocess.PIPE);"
                        + " time.sleep(0.5); p.communicate(b\"hi\")'",
                "python3 -c 'import os, select; r, w = os.pipe(); os.dup2(r, 0); select.select([0], [], [], 0.5)'",
                "python3 -c 'import os, select; r, w = os.pipe(); os.dup2(r, 0); e = select.epoll(); e.register(0);"
                        + " e.poll(0.5)'"
            })
    void asksNobodyWhereProcessesOfTheProgramWaitForEachOther(String script) throws Exception {
        var asked = new Asked();

        assertThat(run(Boxes.AMPLE, script, asked).verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(asked.times).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node -e 'process.stdout.write(require(\"fs\").readFileSync(\"/dev/stdin\"))'",
                "php -r 'echo fgets(fopen(\"php://stdin\", \"r\"));'",
                "python3 -c 'print(open(\"/dev/stdin\").readline(), end=\"\")'",
                "python3 -c 'import os, select; n = os.dup(0); os.close(0); e = select.epoll(); e.register(n); e.poll();"
                        + " print(os.read(n, 9).decode(), end=\"\")'",
                "exec 7<&0 < /dev/null; python3 -c 'import os, select; select.select([7], [], []);"
                        + " print(os.read(7, 9).decode(), end=\"\")'"
            })
    void seesThatAProgramWaitsForItsInputUnderWhateverDescriptor(String script) throws Exception {
        assertThat(run(Boxes.AMPLE, script, new Asked("typed\n")).output().merged())
                .isEqualTo("typed\n");
    }

    @Test
    void asksNobodyForWhatIsNotRead() throws Exception {
        var asked = new Asked();

        assertThat(run(Boxes.AMPLE, "sleep 0.5; echo slept", asked).output().merged())
                .isEqualTo("slept\n");
        assertThat(asked.times).hasValue(0);
    }

    @Test
    void doesNotCountTheTimeThatAnAnswerTakes() throws Exception {
        var answer = new CompletableFuture<Optional<String>>();
        Progress slow = asking(() -> answer.completeOnTimeout(Optional.of("late\n"), 4, TimeUnit.SECONDS));

        var stage = run(new Allowance(Duration.ofSeconds(3), Boxes.LONG, 64 << 20, OUTPUT), "read a; echo $a", slow);

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(stage.output().merged()).isEqualTo("late\n");
        assertThat(stage.usage().wall()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void countsLittleForEachOfManyAnswers() throws Exception {
        var lines = Collections.nCopies(60, "line\n").toArray(String[]::new);
        var limits = new Allowance(Duration.ofSeconds(3), Boxes.LONG, 64 << 20, OUTPUT);

        var stage = run(limits, "for i in {1..60}; do read a; done; echo $a", new Asked(lines));

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(stage.output().merged()).isEqualTo("line\n");
    }

    @Test
    void limitsTheProcessorWhileAnAnswerIsAwaited() throws Exception {
        var never = new CompletableFuture<Optional<String>>();
        var cpu = Duration.ofSeconds(1);
        var limits = new Allowance(Boxes.LONG, cpu, 64 << 20, OUTPUT);

        var stage = run(limits, "(while :; do :; done) & read a", asking(() -> never));

        assertThat(stage.verdict()).isEqualTo(new Verdict.CpuLimit(cpu));
        assertThat(never).as("nobody needs it any more").isCancelled();
    }

    @Test
    void asksForInputOfAForkedPython() throws Exception {
        var asked = new Asked("ann\n", "and\n", "bob\n");

        var stage = python("print(input('name? ') + '!', end=''); import sys; print(sys.stdin.read())", asked);

        assertThat(stage.output().of(Stream.OUT)).isEqualTo("name? ann!and\nbob\n\n");
    }

    @Test
    void asksNobodyForWhatAForkedPythonDoesNotRead() throws Exception {
        var asked = new Asked();

        python("import time; time.sleep(0.5)", asked);

        assertThat(asked.times).hasValue(0);
    }

    private Stage python(String program, Progress progress) throws Exception {
        var step = Boxes.python(program, Boxes.AMPLE, Optional.empty());
        try (var sandbox = boxes.openPython()) {
            return sandbox.run(step, progress).stage();
        }
    }

    private Stage run(Allowance allowance, String script, Progress progress) throws Exception {
        try (var sandbox = boxes.open()) {
            return sandbox.run(Boxes.limited(allowance, "bash", "-c", script), progress)
                    .stage();
        }
    }

    private static Progress asking(Input input) {
        return new Progress() {
            @Override
            public Optional<Input> input() {
                return Optional.of(input);
            }
        };
    }
}
