package io.bellhop.plugins.code.engine.piston;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** One server that does as it should. */
@Timeout(120)
class PistonEngineTest {
    @AutoClose
    private final LoopbackPiston near = new LoopbackPiston("near").has("python", "3.12.0", "py");

    @AutoClose
    private TestPool pool;

    @BeforeEach
    void start() throws InterruptedException {
        pool = TestPool.of(near);
    }

    @Test
    void runsAJob() throws Exception {
        var outcome = pool.run("print(1)");

        assertThat(outcome.last().output().merged()).isEqualTo("near ran print(1)\n");
        assertThat(outcome.last().verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(outcome.last().usage().wall()).isEqualTo(Duration.ofMillis(12));
        assertThat(outcome.last().usage().cpu()).isEqualTo(Duration.ofMillis(8));
        assertThat(outcome.last().usage().peakMemory()).isEqualTo(4_000_000);
    }

    @Test
    void asksForTheVersionWithInputArgumentsAndAllLimitsAboveZero() throws Exception {
        pool.run("print(1)");

        var job = near.jobs().getFirst();
        assertThat(job.get("language").asString()).isEqualTo("python");
        assertThat(job.get("version").asString()).isEqualTo("3.12.0");
        assertThat(job.get("stdin").asString()).isEqualTo("in");
        assertThat(job.get("args").valueStream().map(JsonNode::asString)).containsExactly("a", "-b");
        assertThat(job.get("run_timeout").asLong()).isEqualTo(3000);
        assertThat(job.get("run_cpu_time").asLong()).isEqualTo(3000);
        assertThat(job.get("run_memory_limit").asLong()).isEqualTo(64 << 20);
        assertThat(job.get("compile_timeout").asLong()).isEqualTo(10_000);
        assertThat(job.get("compile_cpu_time").asLong()).isEqualTo(10_000);
        assertThat(job.get("compile_memory_limit").asLong()).isEqualTo(512 << 20);
    }

    @Test
    void sendsFilesUnderNamesThatLeadNowhereAndNeverCompilesThem() throws Exception {
        var job = pool.job(
                "print(1)",
                Attachment.of("../../etc/passwd", "x"),
                Attachment.of("passwd", "y"),
                Attachment.of("--flag", "z"),
                Attachment.of("..", "w"));

        assertThat(pool.engine.run(job, Progress.UNHEARD).last().verdict()).isEqualTo(new Verdict.Exited(0));
        var files = near.jobs().getFirst().get("files");
        assertThat(files.valueStream().map(file -> file.path("name").asString("")))
                .containsExactly("", "passwd", "2-passwd", "_flag", "_");
        assertThat(files.get(1).get("encoding").asString()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(files.get(1).get("content").asString()))
                .isEqualTo("x".getBytes(UTF_8));
    }

    @Test
    void sendsTextThatNoServerBreaksOn() throws Exception {
        var job = pool.job("half \uD83D a character");
        var odd = new Job(job.language(), job.source(), List.of(), List.of("nul \0 here"), "\uDE00", job.limits());

        assertThat(pool.engine.run(odd, Progress.UNHEARD).last().verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(near.jobs().getFirst().at("/files/0/content").asString()).isEqualTo("half ? a character");
    }

    @Test
    void readsAnAnswerThatComesByteForByte() throws Exception {
        near.saysToJobs(Said.dribbled(PistonContract.printed("slowly, \u00e4\ud83d\ude00")));

        assertThat(pool.printed("print(1)")).isEqualTo("slowly, \u00e4\ud83d\ude00");
    }

    @Test
    void learnsTheLimitsThatTheServerAllowsAndTellsThese() throws Exception {
        near.contract().allows("run_timeout", 1000);
        near.contract().allows("compile_memory_limit", 1 << 20);

        assertThat(pool.printed("first")).isEqualTo("near ran first\n");
        assertThat(near.jobs()).hasSize(3);
        assertThat(pool.printed("second")).isEqualTo("near ran second\n");
        assertThat(near.jobs()).hasSize(4);
        near.saysToJobs(Said.ok("{\"run\":{\"status\":\"TO\",\"signal\":\"SIGKILL\"}}"));
        assertThat(pool.run("third").last().verdict()).isEqualTo(new Verdict.TimeLimit(Duration.ofSeconds(1)));
    }

    @Test
    void saysWhichLimitsHeld() throws Exception {
        near.contract().allows("run_timeout", 1000);
        near.contract().allows("run_memory_limit", 1 << 20);
        var job = pool.job("first");

        var held = pool.engine.run(job, Progress.UNHEARD).limits().orElseThrow();

        assertThat(held.runTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(held.memory()).isEqualTo(1 << 20);
        assertThat(held.compileTime()).isEqualTo(job.limits().compileTime());
        assertThat(held.output()).isEqualTo(job.limits().output());
    }

    @Test
    void neverAsksForALimitOfZeroHoweverLowTheServerSaysItIs() throws Exception {
        near.saysToJobs(Said.status(400, "{\"message\":\"run_timeout cannot exceed the configured limit of 0\"}"));

        assertThat(pool.run("print(1)").last().verdict())
                .isEqualTo(new Verdict.EngineFailure(
                        "its Piston server refused it: " + "run_timeout cannot exceed the configured limit of 0"));
        pool.run("print(1)");
        assertThat(near.jobs().getLast().get("run_timeout").asLong()).isEqualTo(3000);
    }

    @Test
    void tellsWhyTheServerRefusedButNoMoreThanALine() throws Exception {
        near.saysToJobs(Said.status(400, "{\"message\":\"no\\n\\u001b[31m way " + "x".repeat(999) + "\"}"));
        near.saysToJobs(Said.status(400, "{\"stack\":\"PayloadTooLargeError at /piston_api/src\"}"));

        assertThat(pool.run("print(1)").last().verdict())
                .isEqualTo(new Verdict.EngineFailure(
                        "its Piston server refused it: no [31m way " + "x".repeat(200 - "no [31m way ".length())));
        assertThat(pool.run("print(1)").last().verdict())
                .isEqualTo(new Verdict.EngineFailure(
                        "its Piston server takes no program of that size, with its input and files"));
    }

    @Test
    void hangsUpOnAnAnswerThatIsTooBig() throws Exception {
        near.saysToJobs(Said.HUGE);

        assertThat(pool.run("print(1)").last().verdict())
                .isEqualTo(new Verdict.EngineFailure(
                        "the answer of its Piston server is too big; let the program write less"));
        assertThat(pool.printed("print(2)")).isEqualTo("near ran print(2)\n");
    }

    @Test
    void sendsTheKeyThatAServerWants() throws Exception {
        near.contract().wants("a-key");
        try (var known = TestPool.knowing("a-key", near)) {
            assertThat(known.printed("print(1)")).isEqualTo("near ran print(1)\n");
        }
        try (var unknown = TestPool.knowing("another", near)) {
            assertThat(unknown.engine.languages()).isEmpty();
            assertThat(unknown.engine.lacks())
                    .containsExactly("The Piston server near refuses its key; set the key that it wants.");
        }
    }

    @Test
    void hangsUpWhenItsCallerIsInterrupted() throws Exception {
        var asked = new CountDownLatch(1);
        var hungUp = new CountDownLatch(1);
        near.saysToJobs(socket -> {
            asked.countDown();
            Said.NOTHING.to(socket);
            hungUp.countDown();
        });

        var running = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> pool.run("print(1)")).isInstanceOf(InterruptedException.class));
        asked.await();
        running.interrupt();
        running.join();
        hungUp.await();
    }

    @Test
    void refusesALanguageThatTheServerLostAndLooksForOthers() throws Exception {
        near.contract().hasNot("python");

        assertThatThrownBy(() -> pool.run("print(1)")).isInstanceOf(EngineUnavailable.class);
        assertThat(pool.engine.languages()).isEmpty();
        assertThat(pool.engine.lacks())
                .containsExactly("The Piston server near has no languages; install some with Piston's ppman.");
    }

    @Test
    void learnsOfNewLanguagesWhenItLooksAgain() {
        near.has("ruby", "3.3.1");
        assertThat(pool.engine.languages()).extracting(Language::name).containsExactly("python");

        assertThat(pool.looks.pauses()).containsExactly(TestPool.CHECK);
        pool.looks.fire();
        assertThat(pool.engine.languages()).extracting(Language::name).containsExactly("python", "ruby");
    }
}
