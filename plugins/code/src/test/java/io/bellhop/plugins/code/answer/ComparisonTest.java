package io.bellhop.plugins.code.answer;

import static io.bellhop.plugins.code.Outcomes.err;
import static io.bellhop.plugins.code.Outcomes.out;
import static io.bellhop.plugins.code.Outcomes.ran;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.history.Recorded;
import io.bellhop.plugins.code.history.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Verdict OK = new Verdict.Exited(0);
    private static final MessageId MESSAGE = new MessageId(new ChannelId("test", "lobby"), "1");

    @Test
    void saysThatTheOutputIsTheSame() {
        assertThat(compared(ran(OK, out("1\n")), ran(OK, out("1\n")))).isEqualTo("same output as run 12");
    }

    @Test
    void takesStreamsForTheSameHoweverTheyCameMixed() {
        assertThat(compared(ran(OK, out("1\n"), err("w\n"), out("2\n")), ran(OK, out("1\n2\n"), err("w\n"))))
                .isEqualTo("same output as run 12");
        assertThat(compared(ran(OK, out("1\n")), ran(OK, err("1\n")))).startsWith("the output differs from run 12");
    }

    @Test
    void showsTheChangedLinesAlone() {
        assertThat(compared(ran(OK, out("a\nb\nc\n")), ran(OK, out("a\nB\nc\nd\n"))))
                .isEqualTo("the output differs from run 12:\n-b\n+B\n+d");
    }

    @Test
    void showsThatOnlyTheLastLineBreakDiffers() {
        assertThat(compared(ran(OK, out("a\n")), ran(OK, out("a"))))
                .isEqualTo("the output differs from run 12:\n+(no line break at the end)");
    }

    @Test
    void boundsWhatItShows() {
        assertThat(compared(ran(OK), ran(OK, out("x\n".repeat(30)))))
                .hasLineCount(22)
                .endsWith("+x\n... 10 more changed lines ...");
        assertThat(compared(ran(OK), ran(OK, out("y".repeat(500) + "\n")))).hasSize(31 + 2 + 120 + 3);
        assertThat(compared(ran(OK), ran(OK, out(("y".repeat(500) + "\n").repeat(9)))))
                .endsWith("...\n... 5 more changed lines ...");
        assertThat(compared(ran(OK), ran(OK, out("x\n".repeat(6000)))))
                .endsWith("... more than 5000 lines are too many to compare ...");
    }

    @Test
    void saysThatItEndedOtherwiseThen() {
        assertThat(compared(ran(new Verdict.Exited(3), out("1\n")), ran(OK, out("1\n"))))
                .isEqualTo("same output as run 12, which ended otherwise: exit code 3");
    }

    @Test
    void saysWhichVersionAndEngineItHadThen() {
        var old = new Language("c", List.of(), "C 99", "main.c", "c");

        assertThat(told(run(Outcomes.C, "fake"), run(Outcomes.C, "fake"))).isEqualTo("same output as run 12");
        assertThat(told(run(old, "fake"), run(Outcomes.C, "fake")))
                .isEqualTo("same output as run 12, which ran on C 99");
        assertThat(told(run(Outcomes.C, "far"), run(Outcomes.C, "fake")))
                .isEqualTo("same output as run 12, which ran by the engine far");
        assertThat(told(run(old, "far"), run(Outcomes.C, "fake")))
                .isEqualTo("same output as run 12, which ran on C 99 by the engine far");
    }

    @Test
    void comparesByHashesWhatIsNotKept() {
        var kept = run(ran(OK, out("1\n")));
        var before = new Run(
                kept.time(),
                kept.program(),
                kept.files(),
                kept.ending(),
                kept.verdict(),
                kept.usage(),
                kept.sourceHash(),
                kept.outputHash(),
                Optional.empty(),
                kept.receipt(),
                kept.message());

        assertThat(told(before, kept)).isEqualTo("same output as run 12");
        assertThat(told(before, run(ran(OK, out("2\n")))))
                .isEqualTo("the output differs from run 12, whose output is not kept");
    }

    private static String compared(Stage before, Stage now) {
        return told(run(before), run(now));
    }

    private static String told(Run before, Run now) {
        return new PlainText(Style.PLAIN).of(Comparison.of(new Recorded(12, before, true, List.of()), now));
    }

    private static Run run(Stage stage) {
        return Run.of(Instant.EPOCH, Outcomes.ran("", Outcomes.of(stage)), MESSAGE);
    }

    private static Run run(Language language, String engine) {
        var job =
                new Job(language, "", List.of(), List.of(), "", Outcomes.job("").limits());
        return Run.of(Instant.EPOCH, new Ran("c", engine, job, Outcomes.of(ran(OK))), MESSAGE);
    }
}
