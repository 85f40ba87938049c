package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Step.Collect;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A sandbox that forks Python for one program after the other, all of which end well. */
abstract class ForkedTrials {
    private final Boxes boxes;
    private final Sandbox sandbox;

    ForkedTrials() throws IOException, InterruptedException {
        boxes = new Boxes();
        sandbox = boxes.openPython();
    }

    @AfterEach
    final void close() throws IOException {
        sandbox.close();
        boxes.close();
    }

    final Sandbox sandbox() {
        return sandbox;
    }

    /** Runs a program; what it leaves in {@code out} is collected. */
    final Ran run(String program) throws InterruptedException {
        var step = Boxes.python(program, Boxes.AMPLE, Optional.of(new Collect("out", 10, 1 << 20)));
        var ran = sandbox.run(step, Progress.UNHEARD);
        assertThat(ran.stage().verdict()).as(ran.stage().output().merged()).isEqualTo(new Verdict.Exited(0));
        return ran;
    }

    /** Runs a program, and returns what it wrote. */
    final String said(String program) throws InterruptedException {
        return run(program).stage().output().merged();
    }
}
