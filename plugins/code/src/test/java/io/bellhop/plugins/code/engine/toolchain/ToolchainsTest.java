package io.bellhop.plugins.code.engine.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.host.SandboxEngine;
import io.bellhop.plugins.code.engine.sandbox.host.Warmth;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import io.bellhop.plugins.code.language.LanguageBook;
import io.bellhop.plugins.code.language.LanguageEntry;
import io.bellhop.plugins.code.language.VersionNotes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsSandbox
class ToolchainsTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    private static final Limits USUAL = new Limits(LONG, LONG, LONG, 64 << 20, 64 << 10);

    private static final LanguageEntry NONESUCH = new LanguageEntry(
            Optional.empty(),
            Optional.empty(),
            Optional.of("main.x"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("nonesuch", "--version")),
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of("nonesuch", "{file}")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final LanguageEntry SEEDED = new LanguageEntry(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Map.of("PYTHONHASHSEED", "0")),
            Optional.empty(),
            Optional.empty());

    private static SandboxEngine engine;

    @BeforeAll
    static void open() throws Exception {
        var toolchains = new Toolchains(LanguageBook.of(Map.of()), USUAL, VersionNotes.NONE);
        toolchains.look();
        engine = new SandboxEngine(toolchains, new View(List.of(), 256 << 20), 2);
        assertThat(engine.selfTest()).noneMatch(layer -> layer.state() == Layer.State.MISSING);
    }

    @AfterAll
    static void close() throws Exception {
        engine.stop();
    }

    @Test
    void wantsAWaitingNodeOnlyForJobsWithTheLimitsThatItWasStartedWith() throws Exception {
        var toolchains = new Toolchains(LanguageBook.of(Map.of()), USUAL, VersionNotes.NONE);
        toolchains.look();
        var node = toolchains.languages().stream()
                .filter(language -> language.name().equals("node"))
                .findFirst();
        assumeTrue(node.isPresent(), "Node is not installed: Debian's package nodejs");
        var more = new Limits(LONG, LONG, LONG, 256 << 20, 64 << 10);

        assertThat(toolchains.warmth(new Job(node.get(), "1", List.of(), List.of("x"), "", USUAL)))
                .isEqualTo(Warmth.NODE);
        assertThat(toolchains.warmth(new Job(node.get(), "1", List.of(), List.of(), "", more)))
                .isEqualTo(Warmth.PLAIN);
    }

    @Test
    void forksNoPythonWhoseOwnerWantsOtherVariables() throws Exception {
        assertThat(warmthOfPython(LanguageBook.of(Map.of()))).isEqualTo(Warmth.PYTHON);
        assertThat(warmthOfPython(LanguageBook.of(Map.of("python", SEEDED)))).isEqualTo(Warmth.PLAIN);
    }

    private static Warmth warmthOfPython(LanguageBook book) throws InterruptedException {
        var toolchains = new Toolchains(book, USUAL, VersionNotes.NONE);
        toolchains.look();
        return toolchains.warmth(job("python", "1", USUAL));
    }

    @Test
    void offersWhatIsInstalled() {
        assertThat(engine.languages()).anySatisfy(language -> {
            assertThat(language.name()).isEqualTo("bash");
            assertThat(language.version()).matches("\\d+\\.\\d+.*");
            assertThat(language.aliases()).contains("sh");
        });
    }

    @Test
    void givesEachJobASandboxThatNobodyUsedBefore() throws Exception {
        for (var i = 0; i < 8; i++) {
            assertThat(printed("ls -A /work /tmp /dev/shm; touch /work/a /tmp/b /dev/shm/c"))
                    .isEqualTo("/dev/shm:\n\n/tmp:\n\n/work:\nmain.sh\n");
        }
    }

    @Test
    void runsMoreJobsThanItHasPlaces() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = new ArrayList<Callable<String>>();
            for (var i = 0; i < 12; i++) {
                var number = i;
                jobs.add(() -> printed("echo " + number));
            }
            var printed = pool.invokeAll(jobs);
            for (var i = 0; i < 12; i++) {
                assertThat(printed.get(i).get()).isEqualTo(i + "\n");
            }
        }
    }

    @Test
    void runsPythonAgainAndAgainInSandboxesOfItsOwn() throws Exception {
        for (var i = 0; i < 8; i++) {
            var outcome =
                    run("python", "import os\nprint(os.listdir('/work'), " + i + ")\nopen('/work/a', 'w')", List.of());

            assertThat(outcome.last().verdict()).isEqualTo(new Verdict.Exited(0));
            assertThat(outcome.last().output().merged()).isEqualTo("['main.py'] " + i + "\n");
        }
    }

    @Test
    void putsFilesBesideTheProgram() throws Exception {
        var outcome = run("cat data/a.txt", List.of(Attachment.of("data/a.txt", "what is in it")));

        assertThat(outcome.last().output().merged()).isEqualTo("what is in it");
    }

    @Test
    void refusesFilesThatWouldLieElsewhere() {
        for (var name :
                List.of("../x", "/etc/x", "a/../../x", "-rf", ".bashrc", "a\0b", "main.sh", "a//b", "", "main.sh/x")) {
            assertThatThrownBy(() -> run("ls", List.of(Attachment.of(name, "x"))))
                    .as(name)
                    .isInstanceOf(BellhopException.class);
        }
        assertThatThrownBy(() -> run("ls", List.of(Attachment.of("a", "x"), Attachment.of("a/b", "x"))))
                .hasMessageContaining("in the place of another");
    }

    @Test
    void handsOverWhatTheProgramLeavesInOut() throws Exception {
        var outcome = run("mkdir out; echo plot >out/plot.txt; echo no >no.txt", List.of());

        assertThat(outcome.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("plot.txt");
            assertThat(new String(file.open().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("plot\n");
        });
    }

    @Test
    void countsWhatItLeavesOfOut() throws Exception {
        var outcome =
                run("mkdir out; truncate -s 9M out/large.png; ln -s /etc/passwd out/link; echo 1 >out/1", List.of());

        assertThat(outcome.files()).extracting(Attachment::name).containsExactly("1");
        assertThat(outcome.leftOut()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x = b'x' * (24 << 20)", "print(end='')\nimport os\nos.fork()\nx = b'x' * (12 << 20)\nos.wait()"
            })
    void holdsALimitOfMemoryBelowTheUsual(String program) throws Exception {
        var limits = USUAL.withMemory(16 << 20);
        var hello = engine.run(job("python", "print('hello')", limits), Progress.UNHEARD);
        var hungry = engine.run(job("python", program, limits), Progress.UNHEARD);

        assertThat(hello.last().verdict()).isEqualTo(new Verdict.Exited(0));
        assertThat(hungry.last().verdict())
                .isInstanceOfSatisfying(
                        Verdict.MemoryLimit.class,
                        memory -> assertThat(memory.limit()).isEqualTo(16 << 20));
    }

    @Test
    void givesALanguageWhatItNeedsAtLeast() throws Exception {
        var job = job("node", "console.log(6 * 7)", USUAL.withMemory(16 << 20));

        assertThat(job.limits().memory()).isEqualTo(128 << 20);
        assertThat(engine.run(job, Progress.UNHEARD).last().output().merged()).isEqualTo("42\n");
    }

    @Test
    void compilesTheSameProgramOnce() throws Exception {
        var program = "#include <stdio.h>\n#warning careful\nint main(void) { puts(\"hello\"); }";
        var first = run("c", program, List.of()).stages();
        var second = run("c", program, List.of()).stages();

        assertThat(first.getFirst().usage().wall()).isPositive();
        assertThat(second.getFirst().usage().wall()).isZero();
        assertThat(second.getFirst().output()).isEqualTo(first.getFirst().output());
        assertThat(second.getLast().output().merged()).isEqualTo("hello\n");
        assertThat(second.getLast().verdict()).isEqualTo(new Verdict.Exited(0));
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() throws Exception {
        var toolchains = new Toolchains(LanguageBook.of(Map.of("nonesuch", NONESUCH)), USUAL, VersionNotes.NONE);
        toolchains.look();

        assertThat(toolchains.lacks()).contains("nonesuch is not installed; it needs what runs nonesuch.");
    }

    private static String printed(String script) throws Exception {
        return run(script, List.of()).last().output().merged();
    }

    private static Outcome run(String script, List<Attachment> files) throws Exception {
        return run("bash", script, files);
    }

    private static Outcome run(String name, String program, List<Attachment> files) throws Exception {
        return engine.run(new Job(language(name), program, files, List.of(), "", USUAL), Progress.UNHEARD);
    }

    private static Job job(String name, String program, Limits limits) {
        return new Job(language(name), program, List.of(), List.of(), "", limits);
    }

    private static Language language(String name) {
        var found = engine.languages().stream()
                .filter(language -> language.name().equals(name))
                .findFirst();
        assumeTrue(found.isPresent() || System.getenv("CI") != null, name + " is not installed");
        return found.orElseThrow();
    }
}
