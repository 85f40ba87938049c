package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One sandbox that forks Python, for all trials of a class: each of them is also a try to disturb the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PythonTrials {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "LANG", "C.UTF-8", "A", "b=c");

    private Boxes boxes;
    private Sandbox sandbox;

    @BeforeAll
    final void open() throws IOException, InterruptedException {
        boxes = new Boxes();
        sandbox = boxes.openPython();
        assertThat(sandbox.awaitReady()).isEmpty();
    }

    @AfterAll
    final void close() throws IOException {
        sandbox.close();
        boxes.close();
    }

    final Boxes boxes() {
        return boxes;
    }

    final Stage run(String program) throws InterruptedException {
        return run(Boxes.AMPLE, program, "");
    }

    final Stage run(Allowance allowance, String program, String stdin, String... args) throws InterruptedException {
        return sandbox.run(step(allowance, program, stdin, args), Progress.UNHEARD)
                .stage();
    }

    /** Runs {@code main.py} among other files. */
    final Ran run(List<SandboxFile> files, Optional<Step.Collect> collect) throws InterruptedException {
        return sandbox.run(step(Boxes.AMPLE, files, "", collect), Progress.UNHEARD);
    }

    static Step step(Allowance allowance, String program, String stdin, String... args) {
        return step(allowance, List.of(file("main.py", program)), stdin, Optional.empty(), args);
    }

    private static Step step(
            Allowance allowance,
            List<SandboxFile> files,
            String stdin,
            Optional<Step.Collect> collect,
            String... args) {
        var command = new ArrayList<>(List.of("python3", "main.py"));
        command.addAll(List.of(args));
        return new Step(Stage.Kind.RUN, command, ENVIRONMENT, files, stdin.getBytes(UTF_8), allowance, collect);
    }

    static SandboxFile file(String name, String content) {
        return new SandboxFile(name, content.getBytes(UTF_8), false);
    }
}
