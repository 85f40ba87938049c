package io.bellhop.plugins.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.engine.piston.PistonConfig;
import io.bellhop.plugins.code.history.Run;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.service.Program;
import io.bellhop.plugins.code.turn.Chat;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class CodeTest {
    /** Far more than a program takes that has an end, also on a busy machine. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Code code = withTime(LONG);
    private final FakeInvocation invocation = new FakeInvocation();

    @Test
    void printsTheOutputAloneAndTheNoteBesideIt() throws InterruptedException {
        var nodes = run("js", "console.log(6*7)").text().nodes();

        assertThat(nodes).hasSize(2).first().isEqualTo(new Text.Fence("", "42"));
        assertThat(nodes.get(1))
                .isInstanceOfSatisfying(
                        Text.Literal.class,
                        note -> assertThat(note.string())
                                .matches("js, \\d+ ms \\((under )?\\d+ ms of CPU\\), 1\\.\\d MiB"));
    }

    @Test
    void takesTheLanguageFromTheFence() throws InterruptedException {
        var reply = run(List.of(), new CodeBlock("javascript", "print(1)"));

        assertThat(reply.text().nodes()).first().isEqualTo(new Text.Fence("", "1"));
    }

    @Test
    void givesTheFirstWordToTheProgramWhenTheFenceNamesTheLanguage() throws InterruptedException {
        var block = new CodeBlock("js", "print(scriptArgs.slice(1).join())");

        var reply = run(List.of("-a", "b"), block);

        assertThat(reply.text().nodes()).first().isEqualTo(new Text.Fence("", "-a,b"));
    }

    @Test
    void givesArgumentsAndInput() throws InterruptedException {
        var block = new CodeBlock("", "print(scriptArgs[1], readline())");

        var reply = run(List.of("JS", "-x"), block, new CodeBlock("", "input"));

        assertThat(reply.text().nodes()).first().isEqualTo(new Text.Fence("", "-x input"));
    }

    @Test
    void suggestsTheNearestLanguage() {
        assertThatThrownBy(() -> run("javascrpt", "print(1)"))
                .isInstanceOf(BellhopException.class)
                .hasMessage("There is no language javascrpt here. Did you mean javascript?");
        assertThatThrownBy(() -> run("cobol", "print(1)"))
                .hasMessage("There is no language cobol here. The command languages lists those that can be run, "
                        + "languages -all also what is missing.");
    }

    @Test
    void asksForALanguageWhenNoneIsNamed() {
        var block = new CodeBlock("", "print(1)");

        assertThatThrownBy(() -> run(List.of(), block))
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("code.no-language"));
    }

    @Test
    void marksStandardError() throws InterruptedException {
        var nodes =
                run("js", "print('out'); console.error('err'); exit(3)").text().nodes();

        assertThat(nodes)
                .startsWith(
                        new Text.Fence("", "out"), new Text.Literal("on standard error:"), new Text.Fence("", "err"));
        assertThat(note("print('out'); exit(3)")).startsWith("exit code 3, js, ");
    }

    @Test
    void saysEachVerdictInPlainWords() throws InterruptedException {
        assertThat(note("6 * 7")).startsWith("no output, js, ");
        assertThat(note("print('')")).startsWith("blank output, js, ");
        assertThat(note("let x = ;")).startsWith("does not compile, js, ");
        assertThat(note("new Uint8Array(1e8)")).startsWith("no output, stopped at 64 MiB: memory limit, js, ");
        assertThat(note("for (;;) print('flood'.repeat(99))"))
                .startsWith("stopped at 64 KiB of output: output limit, js, ");
    }

    @Test
    void saysWhenTheTimeIsUp() throws InterruptedException {
        var reply = run(withTime(Duration.ofMillis(200)), List.of(), new CodeBlock("js", "for (;;);"));

        assertThat(note(reply)).startsWith("no output, stopped after 200 ms: time limit, js, 2");
    }

    @Test
    void attachesTheWholeOutputWhenItIsCut() throws InterruptedException, IOException {
        var reply = run("js", "for (let i = 0; i < 1000; i++) print('line ' + i)");

        assertThat(reply.attachments()).singleElement().satisfies(CodeTest::holdsAllLines);
        assertThat(reply.text().nodes())
                .first()
                .isInstanceOfSatisfying(
                        Text.Fence.class,
                        fence -> assertThat(fence.string())
                                .startsWith("line 0\nline 1\n")
                                .contains("\n... 8,600 bytes left out (964 lines) ...\n")
                                .endsWith("\nline 999"));
    }

    @Test
    void warmsUpAndStops() throws Exception {
        var runner = runner(Duration.ofSeconds(3), TestDatabase.fresh());
        runner.start();
        runner.stop();

        assertThat(threads("code-job-")).isEmpty();
    }

    @Test
    void letsGoOfItsThreadsThoughItsStopIsInterrupted() throws Exception {
        var ofOthers = threads("code-run-");
        var runner = runner(LONG, TestDatabase.fresh());
        var endless = new Program("js", "for (;;);", List.of(), "");
        var _ = runner.execute(
                invocation, new Order(endless, List.of(), Outcomes.job("").limits()));
        while (threads("code-job-").isEmpty()) {
            Thread.onSpinWait();
        }

        Thread.currentThread().interrupt();
        assertThatThrownBy(runner::stop).isInstanceOf(InterruptedException.class);

        assertThat(threads("code-run-"))
                .filteredOn(thread -> !ofOthers.contains(thread))
                .allSatisfy(thread -> assertThat(thread.join(Duration.ofSeconds(30)))
                        .as("an idle one waits for more twice as long")
                        .isTrue());
    }

    private static List<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .toList();
    }

    @Test
    void repliesEvenIfTheRunCannotBeRemembered() throws InterruptedException {
        var jdbi = TestDatabase.fresh();
        jdbi.useHandle(handle -> handle.execute("DROP TABLE run"));

        var reply = run(new Code(runner(LONG, jdbi)), List.of(), new CodeBlock("js", "print(1)"));

        assertThat(reply.text().nodes()).first().isEqualTo(new Text.Fence("", "1"));
    }

    @Test
    void repeatsNoRunWhoseFilesWereTooBigToBeKept() {
        var runner = runner(Duration.ofSeconds(3), TestDatabase.fresh());
        var job = Outcomes.job("");
        var beside = List.of(Attachment.of("data.csv", "x".repeat(1 << 20)));
        var ran = new Ran(
                "c",
                "fake",
                new Job(job.language(), job.source(), beside, job.args(), job.stdin(), job.limits()),
                Outcomes.of(Outcomes.ran(new Verdict.Exited(0))));
        runner.log()
                .add(
                        invocation.user().id(),
                        Run.of(Instant.EPOCH, ran, invocation.message().id()));

        assertThatThrownBy(() -> new History(runner).rerun(invocation, Optional.of(1)))
                .hasMessage("Run 1 had files beside it that were too big to be kept: data.csv."
                        + " Send it again, with the command run.");
    }

    @Test
    void runsForNoOtherPluginWhatItsUserMayNotRun() {
        var program = new Program("js", "print(1)", List.of(), "");

        assertThatThrownBy(() ->
                        runner(Duration.ofSeconds(3), TestDatabase.fresh()).run(invocation, program))
                .hasMessage("This runs code, and you may not use !run here.");
    }

    private Content run(String language, String program) throws InterruptedException {
        return run(List.of(language), new CodeBlock("", program));
    }

    private Content run(List<String> words, CodeBlock block, CodeBlock... input) throws InterruptedException {
        return run(code, words, block, input);
    }

    private Content run(Code by, List<String> words, CodeBlock block, CodeBlock... input) throws InterruptedException {
        return by.run(
                        invocation,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        words.stream().findFirst(),
                        words.stream().skip(1).toList(),
                        block,
                        List.of(input),
                        List.of())
                .toCompletableFuture()
                .join();
    }

    private String note(String program) throws InterruptedException {
        return note(run("js", program));
    }

    private static String note(Content reply) {
        return ((Text.Literal) reply.text().nodes().getLast()).string();
    }

    private static Code withTime(Duration runTime) {
        return new Code(runner(runTime, TestDatabase.fresh()));
    }

    private static Runner runner(Duration runTime, Jdbi jdbi) {
        var none = new PistonConfig(Optional.empty(), Duration.ofMinutes(1), Duration.ofSeconds(5));
        var config = new CodeConfig(
                List.of(EngineKind.EMBEDDED),
                none,
                Duration.ofSeconds(10),
                runTime,
                LONG,
                64,
                64,
                Optional.empty(),
                Optional.of(1),
                1,
                4,
                200,
                1024,
                Optional.empty());
        var never = new NoScheduler();
        return new Runner(
                config,
                new ConfiguredEngines(config, never, new SplittableRandom(), new NoValues()),
                new Chat(new NoConnectors(), new FakeBroker(), new NoCommands()),
                new NoAccess(),
                jdbi,
                never,
                Clock.systemUTC());
    }

    private static void holdsAllLines(Attachment file) throws IOException {
        assertThat(file.name()).isEqualTo("output.txt");
        try (var content = file.open()) {
            assertThat(new String(content.readAllBytes(), UTF_8).lines()).hasSize(1000);
        }
    }
}
