package io.bellhop.plugins.code.engine.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileProgramsTest {

    private static final Duration SOON = Duration.ofSeconds(4);

    /** Keeps the tests of endless programs fast. */
    private static final Duration BRIEF = Duration.ofMillis(300);

    /** Of the processor's time, which other work on the machine does not make longer. */
    private static final Duration LONG_BEFORE_THE_LIMIT = Programs.TIME.dividedBy(6);

    private static final String PARTIAL = "process.stdout.write('partial'); for (;;);";

    private static final Verdict OUT_OF_MEMORY = new Verdict.MemoryLimit(Programs.MEMORY);
    private static final Verdict OUT_OF_OUTPUT = new Verdict.OutputLimit(Programs.OUTPUT);

    private final Programs programs = new Programs();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;);",
                "(function again() { Promise.resolve().then(again) })()",
                "(async () => { for (;;) await null })()",
                "/(x+x+)+y/.test('x'.repeat(40))",
                "setInterval(() => {}, 1)",
                "setTimeout(() => {}, 1e9)",
                "for (;;) try { for (;;); } catch {}",
            })
    void endsWhatTakesTooLong(String source) throws InterruptedException {
        var stage = programs.runFor(BRIEF, source);

        assertThat(stage.verdict()).isEqualTo(new Verdict.TimeLimit(BRIEF));
        assertThat(stage.output().merged()).isEmpty();
    }

    @Test
    void givesTheOutputOfWhatTookTooLong() throws InterruptedException {
        var stage = programs.runFor(BRIEF, PARTIAL);
        var time = BRIEF;
        while (stage.output().chunks().isEmpty() && time.compareTo(Programs.TIME) < 0) {
            time = time.multipliedBy(4); // on a busy machine it may not have come to print anything
            stage = programs.runFor(time, PARTIAL);
        }

        assertThat(stage.verdict()).isEqualTo(new Verdict.TimeLimit(time));
        assertThat(stage.output().merged()).isEqualTo("partial");
    }

    @Test
    void endsWhatTakesTooMuchOfTheProcessor() throws InterruptedException {
        var stage = programs.runForCpu(BRIEF, "for (;;);");

        assertThat(stage.verdict()).isEqualTo(new Verdict.CpuLimit(BRIEF));
        assertThat(stage.usage().cpu()).isGreaterThanOrEqualTo(BRIEF);
    }

    @Test
    void tellsWhatWasTakenOfTheProcessorByWhatDoesNotStop() throws InterruptedException {
        var stops = new AtomicBoolean();
        RandomGenerator deaf = () -> {
            while (!stops.get()) {
                Thread.onSpinWait();
            }
            return 0;
        };

        var stage = new EmbeddedEngine(1, Programs.MEMORY, deaf)
                .run(programs.jobForCpu(BRIEF, "print(Math.random())"), Progress.UNHEARD)
                .last();
        stops.set(true);

        assertThat(stage.verdict()).isEqualTo(new Verdict.CpuLimit(BRIEF));
        assertThat(stage.usage().cpu()).isGreaterThanOrEqualTo(BRIEF);
    }

    @Test
    void givesTheVerdictSoonAfterTheLimit() throws InterruptedException {
        var stage = programs.runFor(BRIEF, "for (;;);");

        assertThat(stage.verdict()).isEqualTo(new Verdict.TimeLimit(BRIEF));
        assertThat(stage.usage().wall()).isLessThan(SOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const held = []; for (;;) held.push(new Array(1000).fill(0))",
                "const held = []; for (;;) try { held.push(new Array(1000).fill(0)) } catch {}",
                "new Uint8Array(100e6)",
                "let held = 'x'; for (;;) held = Array.from(held + held).join('')",
                "print('x'.repeat(200e6).length, [...'x'.repeat(5e6)].length)",
            })
    void endsWhatTakesTooMuchMemory(String source) throws InterruptedException {
        var stage = programs.run(source);

        assertThat(stage.verdict()).isEqualTo(OUT_OF_MEMORY);
        assertThat(stage.usage().peakMemory()).isLessThanOrEqualTo(Programs.MEMORY);
        assertThat(stage.usage().cpu()).isPositive().isLessThan(LONG_BEFORE_THE_LIMIT);
    }

    @Test
    void refusesWhatMayTakeMoreThanItsPartOfTheBotsMemory() {
        var job = programs.job("print(1)", "", List.of());
        var greedy = new Job(
                job.language(), "", List.of(), List.of(), "", job.limits().withMemory(Programs.MEMORY + 1));

        assertThat(programs.engine().refusal(job)).isEmpty();
        assertThat(programs.engine().refusal(greedy))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("The engine embedded gives a program at most 64 MiB of the bot's own memory."));
    }

    @Test
    void refusesWhatNoArrayHolds() {
        var engine = new EmbeddedEngine(1, Long.MAX_VALUE, new SplittableRandom());
        var job = programs.job("print(1)", "", List.of());
        var greedy = new Job(
                job.language(), "", List.of(), List.of(), "", job.limits().withMemory(1L << 31));

        assertThat(engine.refusal(greedy))
                .hasValueSatisfying(why -> assertThat(why).contains("at most 2047 MiB"));
    }

    @Test
    void saysThatTheMemoryIsFullWhenTheHeapIsBefore() throws InterruptedException {
        RandomGenerator full = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        var job = programs.job("print(Math.random())", "", List.of());

        var outcome = new EmbeddedEngine(1, Programs.MEMORY, full).run(job, Progress.UNHEARD);

        assertThat(outcome.last().verdict()).isEqualTo(OUT_OF_MEMORY);
    }

    @Test
    void endsStringDoublingWithTheReasonThatHeld() throws InterruptedException {
        var doubling = programs.run("let held = 'ab'; for (;;) held += held");

        assertThat(doubling.verdict()).isIn(OUT_OF_MEMORY, new Verdict.Exited(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function deep() { deep() } deep()",
                "function deep() { deep() } try { deep() } catch {} ",
                "function deep(...all) { return [1].map(() => deep(...all)) + '' } deep(1, 2, 3)",
                "eval('('.repeat(100000))",
            })
    void saysThatRecursionIsTooDeep(String source) throws InterruptedException {
        var stage = programs.run(source);

        assertThat(stage.verdict()).isEqualTo(new Verdict.Exited(1));
        assertThat(stage.output().of(Stream.ERR)).startsWith("RangeError: Maximum call stack size exceeded\n");
        assertThat(stage.usage().cpu()).isPositive().isLessThan(LONG_BEFORE_THE_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) console.log('flood')",
                "for (;;) console.error('flood'.repeat(50))",
                "for (;;) { console.log('flood'.repeat(50)); console.error('flood'.repeat(50)) }",
                "process.stdout.write('€'.repeat(100000))",
                "process.stdout.write('a' + '😀'.repeat(1000000))",
            })
    void endsWhatWritesTooMuchAndKeepsWhatFits(String source) throws InterruptedException {
        var stage = programs.run(source);
        var kept = stage.output().merged();

        assertThat(stage.verdict()).isEqualTo(OUT_OF_OUTPUT);
        assertThat(kept.getBytes(UTF_8)).hasSizeBetween(Programs.OUTPUT - 3, Programs.OUTPUT);
        assertThat(kept).doesNotContain("\ufffd");
    }

    @Test
    void keepsEachStreamOfAFlood() throws InterruptedException {
        var output = programs.run("for (;;) { console.log('out\\n'.repeat(99)); console.error('err\\n'.repeat(99)) }")
                .output();

        assertThat(output.of(Stream.OUT)).startsWith("out\nout\n").doesNotContain("err");
        assertThat(output.of(Stream.ERR)).startsWith("err\nerr\n").doesNotContain("out");
    }

    @Test
    void passesStrangeCharactersOn() throws InterruptedException {
        assertThat(programs.printed("print('\\ud800', '\\udc00x', 'a\\0b', '\\u202e')"))
                .isEqualTo("\ufffd \ufffdx a\0b \u202e\n");
    }

    @Test
    void survivesAProgramThatBreaksItsOwnGlobals() throws InterruptedException {
        var source = """
                String.prototype.toWellFormed = JSON.stringify = Promise.prototype.then = () => { throw 1 }
                globalThis.process = globalThis.console = undefined
                Object.prototype.toString = null
                throw new Error('broken')
                """;

        assertThat(programs.run(source).verdict()).isEqualTo(new Verdict.Exited(1));
    }

    @Test
    void stopsTheJobWhenItsAskerIsInterruptedAndLeavesNoThread() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var job = programs.job("print('begun'); for (;;) ;", "", List.of());
        var asker = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> programs.run(job, hearing(begun::countDown)))
                        .isInstanceOf(InterruptedException.class));
        begun.await();
        asker.interrupt();
        asker.join();

        programs.engine().stop();

        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("code-job-")) {
                assertThat(thread.join(Programs.TIME)).isTrue(); // it gives up its place first
            }
        }
        assertThat(programs.printed("print(1)")).isEqualTo("1\n");
    }

    private static Progress hearing(Runnable heard) {
        return new Progress() {
            @Override
            public void wrote(Chunk chunk) {
                heard.run();
            }
        };
    }
}
