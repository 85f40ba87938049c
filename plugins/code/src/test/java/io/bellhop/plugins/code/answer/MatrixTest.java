package io.bellhop.plugins.code.answer;

import static io.bellhop.plugins.code.Outcomes.compiled;
import static io.bellhop.plugins.code.Outcomes.out;
import static io.bellhop.plugins.code.Outcomes.ran;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Stage WELL = ran(new Verdict.Exited(0), out("42\n"));
    private static final Stage OTHERWISE = ran(new Verdict.Exited(0), out("43\n"));
    private static final Stage FAILED = ran(new Verdict.Exited(1), out("4".repeat(50) + "\nx"));
    private static final Stage NEVER_RAN = compiled(new Verdict.CompileError());

    private final Matrix matrix = new Matrix("7k3f9mzt");
    private int added;

    @Test
    void showsHowEachWent() {
        assertThat(text(WELL, FAILED)).isEqualTo("""
                        c0  C 17  ok           2 ms  42
                        c1  C 17  exit code 1  2 ms  4444444444444444444444444444444444444444 ...
                        only c0 ended well""");
    }

    @Test
    void comparesWhatAllWrote() {
        assertThat(text(WELL, WELL)).endsWith("\nall wrote the same");
    }

    @Test
    void saysThatTheyWroteDifferentThings() {
        assertThat(text(WELL, OTHERWISE)).endsWith("\nthey wrote 2 different things");
    }

    @Test
    void comparesOnlyWhatEndedWell() {
        assertThat(text(WELL, WELL, FAILED)).endsWith("\nall that ended well wrote the same");
        assertThat(text(OTHERWISE)).endsWith("\nthose that ended well wrote 2 different things");
    }

    @Test
    void callsNothingTheSameWhereNothingEndedWell() {
        assertThat(text(NEVER_RAN, NEVER_RAN)).endsWith("\nnone of them ended well");
        assertThat(text(FAILED)).endsWith("\nnone of them ended well");
    }

    @Test
    void tellsOnlyOfWhatRanWhereSomethingDidNot() {
        matrix.refused("cobol", "There is none.");

        assertThat(text(WELL)).endsWith("\nall that ran wrote the same");
    }

    @Test
    void saysThatNoneRan() {
        matrix.refused("cobol", "There is none.");

        assertThat(text()).endsWith("\nnone of them ran");
    }

    @Test
    void namesTheRefWhereAnEngineFailed() {
        assertThat(text(WELL, ran(new Verdict.EngineFailure("the server went away"))))
                .contains("no fault of the program: the server went away, ref 7k3f9mzt  2 ms")
                .containsOnlyOnce("ref");
    }

    /** Adds runs that ended so, and returns what is said of all. */
    private String text(Stage... stages) {
        for (var stage : stages) {
            matrix.add("c" + added++, Outcomes.ran("", Outcomes.of(stage)));
        }
        return new PlainText(Style.PLAIN).of(matrix.text());
    }
}
