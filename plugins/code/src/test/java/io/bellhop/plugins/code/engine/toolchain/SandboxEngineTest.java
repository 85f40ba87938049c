package io.bellhop.plugins.code.engine.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.language.LanguageBook;
import io.bellhop.plugins.code.language.LanguageEntry;
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

class SandboxEngineTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    private static final LanguageEntry NONESUCH = new LanguageEntry(
            Optional.empty(),
            Optional.empty(),
            Optional.of("main.x"),
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

    private static Benches benches;
    private static SandboxEngine engine;

    @BeforeAll
    static void open() throws Exception {
        benches = new Benches();
        engine = benches.engine(LanguageBook.of(Map.of()), 2);
        engine.look();
    }

    @AfterAll
    static void close() throws Exception {
        engine.stop();
        benches.close();
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
            assertThat(new String(file.open().readAllBytes())).isEqualTo("plot\n");
        });
    }

    @Test
    void boundsCompilingApartFromRunning() throws Exception {
        var limits = new Limits(Duration.ofSeconds(2), LONG, LONG, 64 << 20, 1 << 10);
        var endless = "#include \"/dev/stdin\"\n#include __FILE__\nint main(void) {}";
        var language = engine.languages().stream()
                .filter(one -> one.name().equals("c"))
                .findFirst();
        assumeTrue(language.isPresent() || System.getenv("CI") != null);

        var stages = engine.run(
                        new Job(language.orElseThrow(), endless, List.of(), List.of(), "", limits), Progress.UNHEARD)
                .stages();

        assertThat(stages).singleElement().satisfies(stage -> {
            assertThat(stage.kind()).isEqualTo(Stage.Kind.COMPILE);
            assertThat(stage.verdict()).isNotEqualTo(new Verdict.Exited(0));
        });
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() throws Exception {
        var other = benches.engine(LanguageBook.of(Map.of("nonesuch", NONESUCH)), 1);
        other.look();
        other.stop();

        assertThat(other.lacks()).contains("nonesuch is not installed; it needs what runs nonesuch.");
    }

    private static String printed(String script) throws InterruptedException {
        return run(script, List.of()).last().output().merged();
    }

    private static Outcome run(String script, List<Attachment> files) throws InterruptedException {
        var bash = engine.languages().stream()
                .filter(language -> language.name().equals("bash"))
                .findFirst()
                .orElseThrow();
        var limits = new Limits(LONG, LONG, LONG, 64 << 20, 64 << 10);
        return engine.run(new Job(bash, script, files, List.of(), "", limits), Progress.UNHEARD);
    }
}
