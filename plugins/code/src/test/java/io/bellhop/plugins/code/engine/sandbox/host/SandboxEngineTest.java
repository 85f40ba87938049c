package io.bellhop.plugins.code.engine.sandbox.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Allowance;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Step;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsSandbox
class SandboxEngineTest {
    private static final Language SHELL = new Language("sh", List.of(), "1", "main.sh", "sh");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Limits LIMITS = new Limits(LONG, LONG, LONG, 64 << 20, 64 << 10);

    private final SandboxEngine engine = new SandboxEngine(new ShellWorkshop(), new View(List.of(), 64 << 20), 2);

    @AfterEach
    void stop() throws Exception {
        engine.stop();
    }

    @Test
    void offersNothingBeforeItWasTried() throws Exception {
        assertThat(engine.languages()).isEmpty();
        assertThat(engine.obstacle()).isPresent();
        assertThatThrownBy(() -> engine.run(job("echo 1"), Progress.UNHEARD)).isInstanceOf(EngineUnavailable.class);
    }

    @Test
    void attacksItselfAndOffersLanguagesWhenEveryLayerHolds() throws InterruptedException {
        var layers = engine.selfTest();

        assertThat(layers).noneMatch(layer -> layer.state() == Layer.State.MISSING);
        assertThat(layers)
                .extracting(Layer::name)
                .contains("processes", "network", "files", "rights", "system calls", "environment", "disk", "time")
                .contains("process count", "memory", "limits", "python");
        assertThat(layers)
                .filteredOn(layer -> layer.name().equals("python"))
                .allMatch(layer -> layer.state() == Layer.State.HOLDS);
        assertThat(engine.obstacle()).isEmpty();
        assertThat(engine.languages()).containsExactly(SHELL);
    }

    @Test
    void offersAndRunsNothingWhereALayerDoesNotHold() throws Exception {
        var showing = new View(List.of(Path.of("/var/lib")), 64 << 20);
        var unsafe = new SandboxEngine(new ShellWorkshop(), showing, 2);

        unsafe.prepare();

        assertThat(unsafe.languages()).isEmpty();
        assertThat(unsafe.obstacle())
                .hasValueSatisfying(why -> assertThat(why.what()).contains("files", "/var/lib"));
        assertThatThrownBy(() -> unsafe.run(job("echo 1"), Progress.UNHEARD)).isInstanceOf(EngineUnavailable.class);
        unsafe.stop();
    }

    @Test
    void runsJobsInSlotsThatAreUsedAgain() throws Exception {
        engine.selfTest();

        for (var round = 0; round < 5; round++) {
            var stage = engine.run(job("ls -A . /tmp /dev/shm; touch /tmp/left /dev/shm/left here"), Progress.UNHEARD)
                    .last();
            assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(0));
            assertThat(stage.output().merged()).doesNotContain("left", "here");
        }
    }

    @Test
    void startsNoThreadInTheGroupOfWhoeverAsksFirst() throws Exception {
        var others = new ThreadGroup("others");
        var asking = Thread.ofPlatform().group(others).start(() -> {
            try {
                engine.prepare();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        asking.join();

        assertThat(engine.languages()).containsExactly(SHELL);
        assertThat(others.activeCount()).isZero();
    }

    @Test
    void stopEndsTheAttackThatNobodyWaitsFor() throws Exception {
        engine.prepare();
        assertThat(engine.languages()).containsExactly(SHELL);

        engine.stop();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("code-sandbox-fork-trial"));
    }

    @Test
    @Timeout(60)
    void stopEndsWhatIsJustBeingPrepared() throws Exception {
        var looks = new CountDownLatch(1);
        var slow = new SandboxEngine(
                new ShellWorkshop() {
                    @Override
                    public void look() throws InterruptedException {
                        looks.countDown();
                        new CountDownLatch(1).await();
                    }
                },
                new View(List.of(), 64 << 20),
                2);
        var asking = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(slow::prepare).isInstanceOf(InterruptedException.class));
        looks.await();

        slow.stop();

        asking.join();
        assertThat(slow.languages()).isEmpty();
    }

    @Test
    void stopLetsGoOfAllThreadsThoughItIsInterrupted() throws Exception {
        engine.prepare();

        Thread.currentThread().interrupt();
        try {
            engine.stop();
        } catch (InterruptedException e) {
            assertThat(engine.languages()).isEmpty(); // it has stopped all the same
        } finally {
            Thread.interrupted(); // where nothing had to be waited for
        }

        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("code-sandbox-")) {
                assertThat(thread.join(LONG)).as(thread.getName()).isTrue();
            }
        }
    }

    @Test
    void stopEndsWhatRuns() throws Exception {
        engine.selfTest();
        var begun = new CountDownLatch(1);
        var hears = new Progress() {
            @Override
            public void wrote(Chunk chunk) {
                begun.countDown();
            }
        };
        var verdict = CompletableFuture.supplyAsync(() -> {
            try {
                return engine.run(job("echo begun; sleep 1000"), hears).last().verdict();
            } catch (InterruptedException | EngineUnavailable e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        engine.stop();

        assertThat(verdict.get()).isInstanceOf(Verdict.EngineFailure.class);
        assertThat(engine.languages()).isEmpty();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .as("processes left")
                .noneMatch(process -> process.info().command().orElse("").endsWith("bwrap"));
    }

    private static Job job(String script) {
        return new Job(SHELL, script, List.of(), List.of(), "", LIMITS);
    }

    /** Runs shell scripts. */
    private static class ShellWorkshop implements Workshop {
        @Override
        public List<Language> languages() {
            return List.of(SHELL);
        }

        @Override
        public Outcome run(Job job, Sandbox sandbox, Progress progress) throws InterruptedException {
            var limits = job.limits();
            var step = new Step(
                    Stage.Kind.RUN,
                    List.of("/bin/sh", "-c", job.source()),
                    Map.of("PATH", "/usr/bin:/bin"),
                    List.of(),
                    job.stdin().getBytes(UTF_8),
                    new Allowance(limits.runTime(), limits.cpuTime(), limits.memory(), limits.output()),
                    Optional.empty());
            return Outcome.of(sandbox.run(step, progress).stage());
        }
    }
}
