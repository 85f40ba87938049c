package io.bellhop.plugins.code.engine.sandbox.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.sandbox.Allowance;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.engine.sandbox.Step;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@NeedsSandbox
class ForkTrialTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final View SOUND = new View(List.of(), 64 << 20);
    private static final View SHOWING_THE_HOST = new View(List.of(Path.of("/var/lib")), 64 << 20);

    /** A Python that was started has the program's own command line, and none of what forked it. */
    private static final String TELLS = "print('main.py' in open('/proc/self/cmdline').read())";

    @Test
    void forksPythonOnceEveryLayerHeld() throws Exception {
        try (var grounds = Grounds.prepare(SOUND, 1);
                var stock = new Stock(grounds.sandboxes(), Optional.empty(), grounds.slots(), 1)) {
            var trial = new ForkTrial(grounds, stock);
            assertThat(trial.outcome()).isEmpty();
            assertThat(isStarted(stock)).isTrue();

            trial.run();

            assertThat(trial.outcome()).map(Layer::state).contains(Layer.State.HOLDS);
            assertThat(isStarted(stock)).isFalse();
        }
    }

    @Test
    void startsPythonForEachProgramWhereALayerDidNotHold() throws Exception {
        try (var grounds = Grounds.prepare(SHOWING_THE_HOST, 1);
                var stock = new Stock(grounds.sandboxes(), Optional.empty(), grounds.slots(), 1)) {
            stock.forkPython(true);
            var trial = new ForkTrial(grounds, stock);

            trial.run();

            assertThat(trial.outcome()).hasValueSatisfying(layer -> {
                assertThat(layer.state()).isEqualTo(Layer.State.WEAKER);
                assertThat(layer.seen()).contains("files", "/var/lib");
            });
            assertThat(isStarted(stock)).isTrue();
        }
    }

    private static boolean isStarted(Stock stock) throws Exception {
        var step = new Step(
                Stage.Kind.RUN,
                List.of("python3", "main.py"),
                Map.of("PATH", "/usr/bin:/bin"),
                List.of(new SandboxFile("main.py", TELLS.getBytes(UTF_8), false)),
                new byte[0],
                new Allowance(LONG, LONG, 256 << 20, 1 << 16),
                Optional.empty());
        var outcome = stock.lend(
                Warmth.PYTHON,
                sandbox -> Outcome.of(sandbox.run(step, Progress.UNHEARD).stage()));
        return outcome.last().output().merged().equals("True\n");
    }
}
