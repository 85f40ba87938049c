package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pseudo-terminals of jobs that have one Python between them: each job has its own, and says nothing by them. */
@NeedsSandbox
class ForkedTerminalTest {
    private static final String USES_ONE = """
            import os, pty
            child, terminal = pty.fork()
            if not child:
                os.execvp('sh', ['sh', '-c', 'test -t 0 && tty && read line && echo got $line'])
            os.write(terminal, b'typed\\n')
            said = b''
            try:
                while piece := os.read(terminal, 1000): said += piece
            except OSError: pass
            print(said.decode().split())
            """;

    private Boxes boxes;
    private Sandbox sandbox;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        boxes = new Boxes();
        sandbox = boxes.openPython();
    }

    @AfterEach
    void close() throws IOException {
        sandbox.close();
        boxes.close();
    }

    @Test
    void canBeUsed() throws Exception {
        assertThat(run(USES_ONE)).contains("'/dev/pts/0'", "'got', 'typed'");
    }

    @Test
    void canBeUsedWhateverTheJobBeforeTried() throws Exception {
        run("""
                import os
                for path in '/dev/ptmx', '/dev/pts/ptmx', '/dev/pts':
                    try: os.chmod(path, 0)
                    except OSError: pass
                """);

        assertThat(run(USES_ONE)).contains("'got', 'typed'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"os.chmod(path, 0o700)", "os.utime(path, ns=(1, 10 ** 18))", "os.chown(path, -1, os.getgid())"})
    void tellTheNextJobNothing(String said) throws Exception {
        var look = """
                import os
                for path in '/dev', '/dev/pts', '/dev/pts/ptmx':
                    seen = os.stat(path)
                    print(path, oct(seen.st_mode), seen.st_uid, seen.st_gid, seen.st_mtime == 10 ** 9, os.listdir('/dev/pts'))
                """;
        var before = run(look);
        run("""
                import os
                for path in '/dev', '/dev/pts', '/dev/pts/ptmx':
                    try: %s
                    except OSError: pass
                """.formatted(said));

        assertThat(run(look)).isEqualTo(before);
    }

    private String run(String program) throws InterruptedException {
        var file = new SandboxFile("main.py", program.getBytes(UTF_8), false);
        var step = new Step(
                Stage.Kind.RUN,
                List.of("python3", "main.py"),
                Boxes.ENVIRONMENT,
                List.of(file),
                new byte[0],
                Boxes.AMPLE,
                Optional.empty());
        var stage = sandbox.run(step, Progress.UNHEARD).stage();
        assertThat(stage.verdict()).as(stage.output().merged()).isEqualTo(new Verdict.Exited(0));
        return stage.output().merged();
    }
}
