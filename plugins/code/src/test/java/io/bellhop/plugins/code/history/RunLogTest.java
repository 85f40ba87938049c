package io.bellhop.plugins.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.plugins.code.TestDatabase;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.service.Program;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class RunLogTest {
    private static final UserId ANN = new UserId("test", "ann");
    private static final Duration TIME = Duration.ofNanos(3_000_000_001L);
    private static final Limits LIMITS = new Limits(TIME, TIME, TIME, 64 << 20, 1000);
    private static final UserId BOB = new UserId("test", "bob");
    private static final String INJECTION = "x' OR '1'='1'; DROP TABLE run; --";

    private final Jdbi jdbi = TestDatabase.fresh();
    private final RunLog log = new RunLog(jdbi, 5, 400);

    @Test
    void givesBackWhatItWasGiven() {
        var program = new Program("js", "print('naïve 😀')", List.of("a b", ""), INJECTION);
        var run = run(program, new Verdict.Exited(3));
        log.add(ANN, run);

        assertThat(log.find(ANN, 1)).contains(new Recorded(1, run, true, List.of()));
        assertThat(log.last(ANN)).isEqualTo(log.find(ANN, 1));
        assertThat(run.sourceHash()).hasSize(64);
        assertThat(run.verdict()).isEqualTo("exit code 3");
    }

    @Test
    void findsTheRunBeforeItsMessageWasEdited() {
        var program = new Program("js", "1", List.of(), "");
        log.add(ANN, run(program, new Verdict.Exited(0), "7"));
        log.add(BOB, run(program, new Verdict.Exited(0), "7"));
        log.add(ANN, run(program, new Verdict.Exited(0), "8"));
        log.add(ANN, run(program, new Verdict.Exited(0), "7"));

        assertThat(log.before(ANN, 3)).map(Recorded::number).contains(1);
        assertThat(log.before(ANN, 2)).isEmpty();
        assertThat(log.before(ANN, 1)).isEmpty();
        assertThat(log.before(BOB, 1)).isEmpty();
    }

    @Test
    void keepsNoOutputThatIsTooBigButItsHash() {
        var output = new Output(List.of(new Output.Chunk(Output.Stream.OUT, "x".repeat(200))));
        var run = run(new Program("js", "1", List.of(), ""), new Verdict.Exited(0), "7", output);
        log.add(ANN, run);

        var kept = log.last(ANN).orElseThrow();
        assertThat(kept.whole()).isTrue();
        assertThat(kept.run().output()).isEmpty();
        assertThat(kept.run().outputHash()).isEqualTo(run.outputHash());
    }

    @Test
    void keepsFilesWhateverIsInThem() throws IOException {
        var bytes = new byte[] {0, -1, 65};
        log.add(ANN, withFiles(Attachment.of("a.bin", bytes), Attachment.of("b.txt", "")));

        var kept = log.last(ANN).orElseThrow();
        assertThat(kept.run().files()).extracting(Attachment::name).containsExactly("a.bin", "b.txt");
        try (var content = kept.run().files().getFirst().open()) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(kept.missing()).isEmpty();
        assertThat(kept.told().get("filesKept"))
                .isEqualTo(List.of(Map.of("name", "a.bin", "base64", "AP9B"), Map.of("name", "b.txt", "base64", "")));
    }

    @Test
    void tellsFilesApartByTheirHash() {
        var hashes = Stream.of(
                        withFiles(Attachment.of("a", "b")),
                        withFiles(Attachment.of("a", "c")),
                        withFiles(Attachment.of("b", "b")),
                        withFiles(Attachment.of("a", "b"), Attachment.of("c", "d")))
                .map(run -> run.receipt().orElseThrow().filesHash());

        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.length() == 64);
    }

    @Test
    void namesTheFilesThatWereTooBigToBeKept() {
        log.add(ANN, withFiles(Attachment.of("big.csv", "x".repeat(100)), Attachment.of("small.csv", "1,2")));

        var kept = log.last(ANN).orElseThrow();
        assertThat(kept.whole()).isTrue();
        assertThat(kept.missing()).containsExactly("big.csv");
        assertThat(kept.run().files()).extracting(Attachment::name).containsExactly("small.csv");
    }

    @Test
    void countsFilesAmongWhatIsKeptOfAUser() {
        for (int i = 1; i <= 5; i++) {
            log.add(ANN, withFiles(Attachment.of("a", "x".repeat(60))));
        }

        assertThat(log.count(ANN, RunFilter.ALL)).isEqualTo(4);
    }

    @Test
    void readsWhatWasThereBeforeThereWereReceipts() {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO run (connector, user_id, number, time, language, ending,"
                + " verdict, compile_nanos, run_nanos, cpu_nanos, memory, source_sha256, output_sha256, size, whole,"
                + " args, stdin, source) VALUES ('test', 'ann', 1, 0, 'js', 'ok', 'ok', 0, 1, 1, 1, 'a', 'b', 1, 1, '',"
                + " '', 'print(1)')"));

        var old = log.last(ANN).orElseThrow();
        assertThat(old.run().program().source()).isEqualTo("print(1)");
        assertThat(old.run().receipt()).isEmpty();
        assertThat(old.run().output()).isEmpty();
        assertThat(old.told().get("source")).isEqualTo("print(1)");
    }

    @Test
    void countsEachUsersOwn() {
        add(ANN, "1");
        add(BOB, "2");
        add(ANN, "3");

        assertThat(sources(ANN)).containsExactly("3", "1");
        assertThat(sources(BOB)).containsExactly("2");
        assertThat(log.find(BOB, 2)).isEmpty();
        assertThat(log.find(new UserId("other", "ann"), 1)).isEmpty();
    }

    @Test
    void takesNoOneForAnother() {
        add(ANN, "1");

        assertThat(sources(new UserId("test", INJECTION))).isEmpty();
        assertThat(log.page(ANN, new RunFilter(Optional.of(INJECTION), Optional.empty()), 0, 9))
                .isEmpty();
        assertThat(sources(ANN)).containsExactly("1");
    }

    @Test
    void filtersByLanguageAndEnding() {
        log.add(ANN, run(new Program("js", "1", List.of(), ""), new Verdict.Exited(0)));
        log.add(ANN, run(new Program("js", "2", List.of(), ""), new Verdict.TimeLimit(Duration.ofSeconds(3))));
        log.add(ANN, run(new Program("lua", "3", List.of(), ""), new Verdict.Exited(0)));

        var slow = new RunFilter(Optional.empty(), Optional.of(Ending.TIME_LIMIT));
        var both = new RunFilter(Optional.of("js"), Optional.of(Ending.OK));
        assertThat(log.page(ANN, slow, 0, 9)).extracting(Recorded::number).containsExactly(2);
        assertThat(log.page(ANN, both, 0, 9)).extracting(Recorded::number).containsExactly(1);
        assertThat(log.count(ANN, new RunFilter(Optional.of("js"), Optional.empty())))
                .isEqualTo(2);
    }

    @Test
    void keepsTheLastOnesOnlyAndNeverGivesANumberTwice() {
        for (int i = 1; i <= 8; i++) {
            add(ANN, Integer.toString(i));
        }
        add(BOB, "bob's");

        assertThat(sources(ANN)).containsExactly("8", "7", "6", "5", "4");
        assertThat(log.last(ANN).orElseThrow().number()).isEqualTo(8);
        assertThat(sources(BOB)).containsExactly("bob's");
    }

    @Test
    void keepsSoManyBytesOnly() {
        for (int i = 1; i <= 5; i++) {
            add(ANN, "x".repeat(99) + i);
        }

        assertThat(log.count(ANN, RunFilter.ALL)).isEqualTo(4);
        assertThat(log.find(ANN, 1)).isEmpty();
    }

    @Test
    void remembersOfABigProgramOnlyThatItRan() {
        add(ANN, "x".repeat(101));

        var recorded = log.last(ANN).orElseThrow();
        assertThat(recorded.whole()).isFalse();
        assertThat(recorded.run().program().source()).isEmpty();
        assertThat(recorded.run().sourceHash()).hasSize(64);
    }

    private List<String> sources(UserId user) {
        return log.page(user, RunFilter.ALL, 0, 99).stream()
                .map(recorded -> recorded.run().program().source())
                .toList();
    }

    private void add(UserId user, String source) {
        log.add(user, run(new Program("js", source, List.of(), ""), new Verdict.Exited(0)));
    }

    private static Run run(Program program, Verdict verdict) {
        return run(program, verdict, "1");
    }

    private static Run run(Program program, Verdict verdict, String message) {
        return run(program, verdict, message, new Output(List.of(new Output.Chunk(Output.Stream.OUT, "hi"))));
    }

    private static Run run(Program program, Verdict verdict, String message, Output output) {
        return run(program, List.of(), verdict, message, output);
    }

    private static Run withFiles(Attachment... files) {
        var program = new Program("js", "1", List.of(), "");
        return run(program, List.of(files), new Verdict.Exited(0), "1", new Output(List.of()));
    }

    private static Run run(Program program, List<Attachment> files, Verdict verdict, String message, Output output) {
        var usage = new Usage(Duration.ofMillis(4), Duration.ofNanos(3_000_001), 1 << 20);
        var outcome = Outcome.of(new Stage(Stage.Kind.RUN, verdict, output, usage));
        var language = new Language(program.language(), List.of(), "1.2", "main", "");
        var job = new Job(language, program.source(), files, program.args(), program.stdin(), LIMITS);
        return Run.of(
                Instant.parse("2026-01-01T12:00:00.123Z"),
                new Ran(program.language(), "fake", job, outcome),
                new MessageId(new ChannelId("test", "lobby"), message));
    }
}
