package io.bellhop.plugins.code.engine.piston.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage.Kind;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of what servers say. */
class AnswerTest {
    private static final long MEMORY = 64 << 20;
    private static final int OUTPUT = 1 << 10;
    private static final Language PYTHON = new Language("python", List.of(), "3.12.0", "file0.code", "python");
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(2), MEMORY, OUTPUT);

    @Test
    void tellsExitCodes() {
        assertThat(ofRun("'code': 0")).isEqualTo(new Verdict.Exited(0));
        assertThat(ofRun("'code': 3, 'status': 'RE'")).isEqualTo(new Verdict.Exited(3));
        assertThat(ofRun("'code': 255, 'signal': null, 'status': null")).isEqualTo(new Verdict.Exited(255));
    }

    @Test
    void tellsSignalsByName() {
        assertThat(ofRun("'code': null, 'signal': 'SIGSEGV', 'status': 'SG'"))
                .isEqualTo(new Verdict.Signalled("SIGSEGV"));
        assertThat(ofRun("'code': null, 'signal': 'SIGKILL'")).isEqualTo(new Verdict.Signalled("SIGKILL"));
    }

    @Test
    void tellsTheSignalBehindTheCodeOfAShell() {
        assertThat(ofRun("'code': 139, 'status': 'RE'")).isEqualTo(new Verdict.Signalled("SIGSEGV"));
        assertThat(ofRun("'code': 134")).isEqualTo(new Verdict.Signalled("SIGABRT"));
        assertThat(ofRun("'code': 137")).isEqualTo(new Verdict.Signalled("SIGKILL"));
    }

    @Test
    void tellsTheMemoryLimitWhereTheMemoryWasFull() {
        var full = "'memory': " + MEMORY;
        assertThat(ofRun("'code': 137, " + full)).isEqualTo(new Verdict.MemoryLimit(MEMORY));
        assertThat(ofRun("'signal': 'SIGKILL', 'status': 'SG', " + full)).isEqualTo(new Verdict.MemoryLimit(MEMORY));
        assertThat(ofRun("'code': 137, 'memory': 1000000")).isEqualTo(new Verdict.Signalled("SIGKILL"));
        assertThat(ofRun("'code': 139, " + full)).isEqualTo(new Verdict.Signalled("SIGSEGV"));
    }

    @Test
    void tellsWhichTimeLimitHeld() {
        assertThat(ofRun("'status': 'TO', 'signal': 'SIGKILL', 'message': 'Time limit exceeded (wall clock)'"))
                .isEqualTo(new Verdict.TimeLimit(Duration.ofSeconds(3)));
        assertThat(ofRun("'status': 'TO', 'signal': 'SIGKILL', 'message': 'Time limit exceeded', 'cpu_time': 2004"))
                .isEqualTo(new Verdict.CpuLimit(Duration.ofSeconds(2)));
        assertThat(ofRun("'status': 'TO', 'cpu_time': 10")).isEqualTo(new Verdict.TimeLimit(Duration.ofSeconds(3)));
    }

    @Test
    void tellsTheOutputLimitThoughThereIsNoOutput() {
        var limit = new Verdict.OutputLimit(Verdict.OutputLimit.UNKNOWN);
        assertThat(ofRun("'status': 'OL', 'signal': 'SIGKILL', 'stdout': ''")).isEqualTo(limit);
        assertThat(ofRun("'status': 'EL', 'signal': 'SIGKILL', 'stderr': ''")).isEqualTo(limit);
    }

    @Test
    void cutsWhatIsMoreThanTheJobMayWrite() {
        var last = read("{'run': {'code': 0, 'stdout': '" + "x".repeat(OUTPUT + 1) + "'}}")
                .last();

        assertThat(last.verdict()).isEqualTo(new Verdict.OutputLimit(OUTPUT));
        assertThat(last.output().of(Stream.OUT)).hasSize(OUTPUT);
    }

    @Test
    void tellsAFailureOfTheSandbox() {
        assertThat(ofRun("'status': 'XX', 'message': 'Cannot run proxy, see /var/lib'"))
                .isEqualTo(new Verdict.EngineFailure("the Piston server's own sandbox failed"));
    }

    @Test
    void tellsACompileErrorOnceThoughServersRepeatItAsTheRun() {
        var error = "{'code': 1, 'status': 'RE', 'stdout': '', 'stderr': 'main.c:1: error'}";

        var outcome = read("{'compile': " + error + ", 'run': " + error + "}");

        assertThat(outcome.stages()).hasSize(1);
        assertThat(outcome.last().kind()).isEqualTo(Kind.COMPILE);
        assertThat(outcome.last().verdict()).isEqualTo(new Verdict.CompileError());
        assertThat(outcome.last().output().chunks()).containsExactly(new Chunk(Stream.ERR, "main.c:1: error"));
    }

    @Test
    void tellsTheLimitsOfCompiling() {
        assertThat(read("{'compile': {'status': 'TO', 'message': 'Time limit exceeded (wall clock)'}}")
                        .last()
                        .verdict())
                .isEqualTo(new Verdict.TimeLimit(Duration.ofSeconds(10)));
        assertThat(read("{'compile': {'signal': 'SIGKILL', 'memory': 536870912}}")
                        .last()
                        .verdict())
                .isEqualTo(new Verdict.MemoryLimit(512 << 20));
    }

    @Test
    void keepsBothStages() {
        var outcome = read("{'compile': {'code': 0, 'stderr': 'a warning'}, 'run': {'code': 0, 'stdout': 'x'}}");

        assertThat(outcome.stages()).extracting("kind").containsExactly(Kind.COMPILE, Kind.RUN);
        assertThat(outcome.stages().getFirst().output().merged()).isEqualTo("a warning");
        assertThat(outcome.last().output().merged()).isEqualTo("x");
    }

    @Test
    void believesNoImpossibleFigures() {
        var usage = read("{'run': {'code': 0, 'wall_time': -5, 'cpu_time': 1e300, 'memory': -1}}")
                .last()
                .usage();

        assertThat(usage.wall()).isZero();
        assertThat(usage.cpu()).isEqualTo(Duration.ofDays(1));
        assertThat(usage.peakMemory()).isZero();
    }

    @Test
    void takesASizeThatNoProgramCanHaveHadForUnknown() {
        assertThat(memory("1e999")).isZero();
        assertThat(memory(String.valueOf(3 * MEMORY))).isZero();
        assertThat(memory(String.valueOf(MEMORY + 1)))
                .as("counted a little late")
                .isEqualTo(MEMORY + 1);
    }

    private static long memory(String told) {
        return read("{'run': {'code': 0, 'memory': " + told + "}}")
                .last()
                .usage()
                .peakMemory();
    }

    private static Verdict ofRun(String fields) {
        return read("{'run': {" + fields + "}}").last().verdict();
    }

    private static Outcome read(String json) {
        var job = new Job(PYTHON, "", List.of(), List.of(), "", LIMITS);
        var limits = new Ceilings().allowed(job.language(), LIMITS);
        return new Answer(job, limits, Progress.UNHEARD)
                .read(json.replace('\'', '"').getBytes(UTF_8));
    }
}
