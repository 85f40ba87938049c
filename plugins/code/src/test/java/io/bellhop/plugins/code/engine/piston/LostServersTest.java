package io.bellhop.plugins.code.engine.piston;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that fail, die and come back. */
@Timeout(120)
class LostServersTest {
    @AutoClose
    private final LoopbackPiston near = new LoopbackPiston("near").has("python", "3.12.0");

    @AutoClose
    private final LoopbackPiston far = new LoopbackPiston("far").has("python", "3.12.0");

    @AutoClose
    private TestPool pool;

    @BeforeEach
    void start() throws InterruptedException {
        pool = TestPool.of(near, far);
    }

    @Test
    void asksTheNearest() throws Exception {
        for (var job = 0; job < 9; job++) {
            assertThat(pool.printed("x")).isEqualTo("near ran x\n");
        }
        assertThat(far.jobs()).isEmpty();
    }

    @Test
    void passesAJobOnWhenItsServerDiesInTheMiddle() throws Exception {
        near.saysToJobs(Said.RESET.after(near::dies));

        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
        assertThat(near.jobs()).hasSize(1);
    }

    @Test
    void passesAJobOnWhenItsServerIsGone() throws Exception {
        near.dies();

        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
        assertThat(pool.engine.lacks()).hasSize(1).first().asString().startsWith("The Piston server near ");
    }

    @Test
    void passesAJobOnWhenItsServerBreaksOffWithinTheAnswer() throws Exception {
        near.saysToJobs(Said.HALF);

        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
    }

    @Test
    void passesAJobOnWhenItsServerDoesNotAnswerInTime() throws Exception {
        try (var impatient = TestPool.impatient(Duration.ofSeconds(1), near, far)) {
            while (!impatient.engine.lacks().isEmpty()) {
                impatient.looks.fire(); // a busy machine may have taken a second for a look
            }
            near.saysToJobs(Said.NOTHING);
            far.saysToJobs(Said.NOTHING);

            var outcome = impatient.engine.run(TestPool.impatientJob("x"), Progress.UNHEARD);

            assertThat(outcome.last().verdict())
                    .isEqualTo(new Verdict.EngineFailure("two Piston servers failed while they ran it"));
            assertThat(impatient.engine.lacks())
                    .containsExactly(
                            "The Piston server near did not answer in time; see whether it is overloaded.",
                            "The Piston server far did not answer in time; see whether it is overloaded.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Welcome!</html>",
                "[]",
                "null",
                "{}",
                "{\"run\":7}",
                "{\"run\":{}}",
                "{\"run\":{\"code\":\"0\"}}",
                "{\"run\":{\"code\":0.5}}",
                "{\"run\":{\"code\":1e99}}",
                "{\"run\":{\"code\":0,\"stdout\":[]}}",
                "{\"run\":{\"signal\":\"SIG\\nTERM\"}}",
                "{\"run\":{\"code\":0}} {}",
                "{\"run\":{\"code\":0}",
                "{\"run\":{\"code\":0,\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]}}",
                "{\"compile\":{\"code\":0}}"
            })
    void passesAJobOnWhenTheAnswerIsNone(String answer) throws Exception {
        near.saysToJobs(Said.ok(answer));

        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
        assertThat(pool.engine.lacks())
                .containsExactly("The Piston server near answers with what no Piston server would; see its own log.");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 405, 415, 418})
    void passesAJobOnWhenItsServerIsNoServerForIt(int status) throws Exception {
        near.saysToJobs(Said.status(status, "whatever"));

        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
        assertThat(pool.engine.lacks()).hasSize(1);
    }

    @Test
    void passesAJobOnWhenItsServerFailsButTrustsItStill() throws Exception {
        near.saysToJobs(Said.status(500, ""));

        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
        assertThat(pool.engine.lacks()).isEmpty();
    }

    @Test
    void trustsAServerNoMoreThatFailsThriceInARow() throws Exception {
        var fails = Said.status(500, "");
        try (var alone = TestPool.of(near)) {
            near.saysToJobs(fails, fails, Said.ok(PistonContract.printed("well")), fails, fails, fails);
            fails(alone, 2);
            assertThat(alone.printed("x")).isEqualTo("well");
            fails(alone, 3);

            assertThat(alone.engine.languages()).isEmpty();
            assertThat(alone.engine.lacks())
                    .containsExactly("The Piston server near fails with the status 500; see its own log.");
        }
    }

    private static void fails(TestPool pool, int times) {
        for (var time = 0; time < times; time++) {
            assertThat(pool.engine.languages()).isNotEmpty();
            assertThatThrownBy(() -> pool.run("x"))
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessage("its Piston server failed");
        }
    }

    @Test
    void leavesAServerAloneForAsLongAsItSays() throws Exception {
        near.saysToJobs(Said.status(429, "", "Retry-After: 7"));

        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
        assertThat(pool.printed("y")).isEqualTo("far ran y\n");
        assertThat(pool.looks.pauses()).containsExactly(Duration.ofSeconds(7), TestPool.CHECK);
        pool.looks.fire();
        assertThat(pool.printed("z")).isEqualTo("near ran z\n");
    }

    @Test
    void leavesAServerAloneUntilTheTimeThatItNames() throws Exception {
        near.saysToJobs(Said.status(
                503, "", "Date: Sat, 21 Nov 2026 20:00:00 GMT", "Retry-After: Sat, 21 Nov 2026 20:02:30 GMT"));
        pool.run("x");
        assertThat(pool.looks.pauses()).contains(Duration.ofSeconds(150));

        near.saysToLooks(Said.status(429, "", "Retry-After: 99999"));
        pool.looks.fire();
        assertThat(pool.looks.pauses()).contains(Duration.ofMinutes(10));

        near.saysToLooks(Said.status(429, "", "Retry-After: tomorrow"));
        pool.looks.fire();
        assertThat(pool.looks.pauses()).contains(Duration.ofSeconds(5));
    }

    @Test
    void sendsAJobAgainWhereNoMoreThanAConnectionBroke() throws Exception {
        try (var alone = TestPool.of(near)) {
            near.saysToJobs(Said.RESET);

            assertThat(alone.printed("x")).isEqualTo("near ran x\n");
            assertThat(alone.engine.lacks()).isEmpty();
        }
    }

    @Test
    void saysThatOneServerFailedTwice() throws Exception {
        try (var alone = TestPool.of(near)) {
            near.saysToJobs(Said.RESET, Said.RESET);

            assertThat(alone.run("x").last().verdict())
                    .isEqualTo(new Verdict.EngineFailure("its Piston server failed twice while it ran it"));
        }
    }

    @Test
    void asksAServerThatLostNoMoreThanAConnectionBeforeItAsksTheSameAgain() throws Exception {
        near.saysToJobs(Said.RESET);
        assertThat(pool.printed("x")).isEqualTo("far ran x\n");
        far.saysToJobs(Said.RESET, Said.RESET);

        assertThat(pool.printed("y")).isEqualTo("near ran y\n");
    }

    @Test
    void saysThatAServerIsBusy() throws Exception {
        try (var alone = TestPool.of(near)) {
            near.saysToJobs(Said.status(429, ""));

            assertThatThrownBy(() -> alone.run("x"))
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessage("its Piston server is busy");
        }
    }

    @Test
    void doesNotSendAJobRoundThatBringsServersDown() throws Exception {
        try (var third = new LoopbackPiston("third").has("python", "3.12.0");
                var three = TestPool.of(near, far, third)) {
            near.saysToJobs(Said.RESET);
            far.saysToJobs(Said.RESET);

            assertThat(three.run("x").last().verdict())
                    .isEqualTo(new Verdict.EngineFailure("two Piston servers failed while they ran it"));
            assertThat(third.jobs()).isEmpty();
        }
    }

    @Test
    void looksAtADeadServerWithGrowingPausesAndUsesItWhenItIsBack() throws Exception {
        try (var alone = TestPool.of(near)) {
            near.dies();
            alone.looks.fire();
            assertThatThrownBy(() -> alone.run("x"))
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessage("no Piston server answers");
            for (var pause = 1; pause <= 32; pause *= 2) {
                assertThat(alone.looks.pauses()).containsExactly(Duration.ofSeconds(pause));
                alone.looks.fire();
            }
            assertThat(alone.looks.pauses()).containsExactly(Duration.ofMinutes(1));
            assertThat(alone.engine.lacks())
                    .containsExactly("The Piston server near can't be reached; start it, or correct its url.");
            assertThat(alone.engine.languages()).isEmpty();

            near.comesBack();
            alone.looks.fire();

            assertThat(alone.engine.languages()).extracting(Language::name).containsExactly("python");
            assertThat(alone.printed("x")).isEqualTo("near ran x\n");
        }
    }

    @Test
    void prefersAServerThatDidWellLatelyToANearOneThatFailed() throws Exception {
        near.dies();
        pool.run("x");
        near.comesBack();
        pool.looks.fire();
        assertThat(pool.printed("y")).isEqualTo("far ran y\n");

        pool.looks.fire();
        assertThat(pool.printed("z")).isEqualTo("near ran z\n");
    }

    @Test
    void findsServersThatStartedLaterThanTheBot() throws Exception {
        near.dies();
        try (var early = TestPool.of(near)) {
            assertThat(early.engine.languages()).isEmpty();
            near.comesBack();
            early.looks.fire();
            assertThat(early.printed("x")).isEqualTo("near ran x\n");
        }
    }

    @Test
    void startsWithoutWaitingForAServerThatDoesNotAnswer() throws Exception {
        near.saysToLooks(Said.NOTHING);
        try (var slow = TestPool.begun(near, far)) {
            while (slow.engine.languages().isEmpty()) {
                Thread.onSpinWait(); // ends with the test's own time limit
            }
            assertThat(slow.printed("x")).isEqualTo("far ran x\n");
        }
    }
}
