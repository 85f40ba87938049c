package io.bellhop.plugins.code.answer;

import static io.bellhop.plugins.code.Outcomes.compiled;
import static io.bellhop.plugins.code.Outcomes.err;
import static io.bellhop.plugins.code.Outcomes.out;
import static io.bellhop.plugins.code.Outcomes.ran;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    private static final Verdict OK = new Verdict.Exited(0);

    @Test
    void keepsAPlainRunToItsOutputAndANote() {
        assertThat(told(ran(OK, out("42\n")))).isEqualTo("42\nc, 2 ms (1 ms of CPU), 3.0 MiB");
    }

    @ParameterizedTest
    @CsvSource({"1, under 0.1 MiB", "104857, under 0.1 MiB", "104858, 0.1 MiB", "1100000, 1.0 MiB"})
    void tellsThatAProgramHadSomeMemoryHoweverLittle(long peak, String words) {
        var usage = new Usage(Duration.ofMillis(2), Duration.ofMillis(1), peak);

        assertThat(told(ran(OK, usage, out("42\n")))).isEqualTo("42\nc, 2 ms (1 ms of CPU), " + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SIGSEGV  | crashed: invalid memory access (SIGSEGV)
            SIGFPE   | crashed: impossible arithmetic, such as a division by zero (SIGFPE)
            SIGABRT  | gave up: it found something wrong with itself (SIGABRT)
            SIGKILL  | killed (SIGKILL)
            SIGRTMIN | ended by SIGRTMIN
            """)
    void namesSignalsAndWhatTheyMean(String signal, String words) {
        assertThat(note(new Verdict.Signalled(signal)))
                .isEqualTo("no output, " + words + ", c, " + "2 ms (1 ms of CPU), 3.0 MiB");
    }

    @Test
    void neverSaysACodeThatStandsForASignalAlone() {
        assertThat(note(new Verdict.Exited(137))).startsWith("no output, exit code 137, probably killed (SIGKILL), c");
        assertThat(note(new Verdict.Exited(139)))
                .startsWith("no output, exit code 139, probably crashed: invalid memory access (SIGSEGV), c");
        assertThat(note(new Verdict.Exited(200))).startsWith("no output, exit code 200, c");
    }

    @Test
    void saysWhichLimitHeld() {
        assertThat(note(new Verdict.TimeLimit(Duration.ofSeconds(3)))).contains("stopped after 3 s: time limit");
        assertThat(note(new Verdict.CpuLimit(Duration.ofMillis(1500))))
                .contains("stopped after 1.5 s of processor time: CPU limit");
        assertThat(note(new Verdict.MemoryLimit(64 << 20, Optional.of("python3"))))
                .contains("stopped at 64 MiB: memory limit, which ended python3, c")
                .endsWith("3.0 MiB");
        assertThat(note(new Verdict.HeapLimit(64 << 20)))
                .contains("ended by its runtime at 64 MiB of heap: memory limit, c");
        assertThat(note(new Verdict.OutputLimit(256 << 10))).contains("stopped at 256 KiB of output: output limit");
    }

    @Test
    void saysThatAProgramHadMoreThanItsLimitWhenThatWasSeen() {
        var usage = new Usage(Duration.ofMillis(2), Duration.ofMillis(1), 84 << 20);

        assertThat(told(ran(new Verdict.MemoryLimit(64 << 20), usage)))
                .isEqualTo("no output, stopped above 64 MiB: memory limit, c, 2 ms (1 ms of CPU), 84.0 MiB");
    }

    @Test
    void showsWhatTheCompilerSaysOfAProgramThatDoesNotCompile() {
        var told = told(compiled(new Verdict.CompileError(), err("main.c:1: error: expected ';'\n")));

        assertThat(told)
                .isEqualTo("on standard error:\nmain.c:1: error: expected ';'\n"
                        + "does not compile, c, 43 ms (40 ms of CPU), 20.0 MiB");
    }

    @Test
    void saysThatALimitHeldWhileCompiling() {
        assertThat(told(compiled(new Verdict.TimeLimit(Duration.ofSeconds(10)))))
                .startsWith("no output, while compiling: stopped after 10 s: time limit, c, ");
    }

    @Test
    void showsWarningsAfterTheOutput() {
        assertThat(told(compiled(OK, err("warning: unused x\n")), ran(OK, out("42\n"))))
                .isEqualTo(
                        "42\nthe compiler said:\nwarning: unused x\nc, compiled in 43 ms (40 ms of CPU), 2 ms (1 ms of CPU), 3.0 MiB");
    }

    @Test
    void uploadsAllThatACompilerWarnsOfWhereItIsTooMuch() {
        var outcome = Outcomes.of(compiled(OK, err("warning: unused x\n".repeat(100))), ran(OK, out("42\n")));

        var reply = Report.of(Outcomes.ran("", outcome), "ref").content();

        assertThat(plain(reply)).contains("bytes left out", "42\n");
        assertThat(reply.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("compiler.txt");
            assertThat(file.size()).isEqualTo(1799);
        });
    }

    @Test
    void tellsNoTimeOfCompilingWhereItWasCompiledBefore() {
        var nothing = new Usage(Duration.ZERO, Duration.ZERO, 0);
        var before = new Stage(Stage.Kind.COMPILE, OK, new Output(List.of(err("warning: unused x\n"))), nothing);

        assertThat(told(before, ran(OK, out("42\n"))))
                .isEqualTo("42\nthe compiler said:\nwarning: unused x\nc, 2 ms (1 ms of CPU), 3.0 MiB");
    }

    @Test
    void tellsTheMemoryOfTheProgramAndNotOfItsCompiler() {
        assertThat(told(compiled(OK), ran(OK, out("42\n")))).endsWith(", 2 ms (1 ms of CPU), 3.0 MiB");
        assertThat(told(compiled(new Verdict.CompileError()))).endsWith(", 20.0 MiB");
    }

    @Test
    void saysThatTheEngineFailedAndNamesTheRef() {
        assertThat(note(new Verdict.EngineFailure("the server went away")))
                .startsWith("no output, no fault of the program: the server went away, ref 7k3f9mzt, c, ");
    }

    @Test
    void tellsOfTimeThatIsNoMillisecond() {
        var usage = new Usage(Duration.ofMillis(2), Duration.ofNanos(999_999), 0);

        assertThat(told(ran(OK, usage, out("42\n")))).isEqualTo("42\nc, 2 ms (under 1 ms of CPU)");
    }

    @Test
    void leavesOutWhatAnEngineCanNotTell() {
        var usage = new Usage(Duration.ofMillis(1234), Duration.ZERO, 0);

        assertThat(told(ran(OK, usage, out("42\n")))).isEqualTo("42\nc, 1.2 s");
    }

    @Test
    void showsTwoStreamsUnderTheirNamesInTheirOrder() {
        assertThat(told(ran(OK, err("careful\n"), out("42\n"))))
                .isEqualTo("on standard error:\ncareful\non standard output:\n42\nc, 2 ms (1 ms of CPU), 3.0 MiB");
    }

    @Test
    void marksStandardErrorAmongOutputThatCameMixed() {
        assertThat(told(ran(OK, out("one\ntw"), err("warn\n\nagain\n"), out("o\n"))))
                .isEqualTo(
                        "one\ntw\n2> warn\n2> \n2> again\no\nc, 2 ms (1 ms of CPU), 3.0 MiB, 2> marks standard error");
    }

    @Test
    void marksNothingWithinALine() {
        assertThat(told(ran(OK, out("1\n"), err("a\u2028b\u0085c\n"), out("2\n"))))
                .startsWith("1\n2> a")
                .containsOnlyOnce("2> a")
                .doesNotContain("2> b")
                .doesNotContain("2> c");
    }

    @Test
    void countsWhatIsLeftOutOfMixedOutputByItsOwnBytesAndLines() {
        var chunks = IntStream.range(0, 1000)
                .mapToObj(i -> i % 2 == 0 ? out("ä" + i % 10 + "\n") : err("ö" + i % 10 + "\n"))
                .toArray(io.bellhop.plugins.code.engine.Output.Chunk[]::new);

        var reply =
                Report.of(Outcomes.ran("", Outcomes.of(ran(OK, chunks))), "ref").content();

        assertThat(plain(reply))
                .startsWith("ä0\n2> ö1\nä2\n")
                .contains("\n2> ö3\n... 3,856 bytes left out (964 lines) ...\nä8\n")
                .contains("\n2> ö9\nc, 2 ms");
        assertThat(reply.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("output.txt");
            assertThat(file.size()).isEqualTo(4000);
        });
    }

    @Test
    void leavesOutOfTwoStreamsWhereItCuts() {
        var told = told(ran(OK, out("x\n".repeat(500)), err("y\n".repeat(500))));

        assertThat(told)
                .startsWith("x\nx\n")
                .contains("x\n... 1,928 bytes left out (964 lines) ...\non standard error:\ny\n");
    }

    @Test
    void tellsAProgramThatWantedInputHowToGiveIt() {
        var stage = ran(new Verdict.Exited(1), err("EOFError: EOF when reading a line\n"));

        assertThat(told(stage)).endsWith("\nIt wants to read something: give it that in a second code block.");
        assertThat(plain(Report.of(Outcomes.ran("x", Outcomes.of(stage)), "ref").content()))
                .endsWith("\nIt read past the end of its input: give it more lines in the second code block.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.NoSuchElementException: No line found\n\tat java.base/java.util.Scanner.nextLine",
                "java.util.NoSuchElementException\n\tat java.base/java.util.Scanner.throwFor",
                "main.rb:1:in `readline': end of file reached (EOFError)",
                "Fatal error: exception End_of_file"
            })
    void knowsTheEndOfInputInSeveralLanguages(String said) {
        assertThat(told(ran(new Verdict.Exited(1), err("Exception in thread \"main\" " + said + "\n"))))
                .endsWith("\nIt wants to read something: give it that in a second code block.");
    }

    @Test
    void takesNoOtherMissingElementForTheEndOfInput() {
        var said =
                "java.util.NoSuchElementException\n\tat java.base/java.util.ArrayDeque.removeFirst(ArrayDeque.java:1)\n";

        assertThat(told(ran(new Verdict.Exited(1), err(said)))).doesNotContain("second code block");
    }

    private static String note(Verdict verdict) {
        return told(ran(verdict));
    }

    private static String told(Stage... stages) {
        return plain(
                Report.of(Outcomes.ran("", Outcomes.of(stages)), "7k3f9mzt").content());
    }

    private static String plain(Content content) {
        return new PlainText(Style.PLAIN).of(content.text());
    }
}
