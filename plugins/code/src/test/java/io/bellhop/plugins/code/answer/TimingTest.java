package io.bellhop.plugins.code.answer;

import static io.bellhop.plugins.code.Outcomes.compiled;
import static io.bellhop.plugins.code.Outcomes.err;
import static io.bellhop.plugins.code.Outcomes.out;
import static io.bellhop.plugins.code.Outcomes.ran;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final Verdict OK = new Verdict.Exited(0);

    @Test
    void tellsMedianAndQuartilesAndHowManyTimesAsLong() {
        var timing = new Timing(2, "7k3f9mzt");
        for (int millis : new int[] {10, 30, 20, 50, 40}) {
            timing.add(0, took(millis * 1000L));
        }
        for (int micros : new int[] {5200, 5000, 5100, 4900}) {
            timing.add(1, took(micros));
        }

        assertThat(plain(timing.text())).isEqualTo("""
                snippet  median   quartiles           runs
                1        30.0 ms  20.0 ms to 40.0 ms  5     5.94 times
                2        5.05 ms  4.98 ms to 5.13 ms  4
                snippet 2 is the fastest; times are with the start of the language""");
    }

    @Test
    void namesNoWinnerWhereTheQuartilesOverlap() {
        var timing = new Timing(2, "7k3f9mzt");
        List.of(10, 20, 30).forEach(millis -> timing.add(0, took(millis * 1000)));
        List.of(11, 21, 31).forEach(millis -> timing.add(1, took(millis * 1000)));

        assertThat(plain(timing.text())).contains("snippet 1 is the fastest by chance perhaps: quartiles overlap");
    }

    @Test
    void saysWhatFailedAndComparesTheRest() {
        var timing = new Timing(3, "7k3f9mzt");
        timing.add(0, Outcomes.ran("", Outcomes.of(ran(new Verdict.Exited(3)))));
        timing.add(2, took(1_234_567));

        assertThat(timing.hasFailed(0)).isTrue();
        assertThat(timing.hasFailed(1)).isFalse();
        assertThat(plain(timing.text()))
                .contains("1        exit code 3\n")
                .contains("2        did not run\n")
                .contains("3        1.23 s");
    }

    @Test
    void showsTheEndOfWhatAFailedOneSaid() {
        var timing = new Timing(2, "7k3f9mzt");
        timing.add(0, Outcomes.ran("", Outcomes.of(ran(new Verdict.Exited(1), out("6\n"), err("Trace\nboom\n")))));
        timing.add(
                1, Outcomes.ran("", Outcomes.of(compiled(new Verdict.CompileError(), out("x".repeat(999) + "end")))));

        assertThat(plain(timing.text()))
                .contains("2        does not compile\nsnippet 1 said:\nTrace\nboom\nsnippet 2 said:\nxxx")
                .contains(" bytes left out (1 line) ...\n")
                .endsWith("xend\nnothing could be measured");
    }

    @Test
    void namesTheRefWhereAnEngineFailed() {
        var timing = new Timing(1, "7k3f9mzt");

        timing.add(0, Outcomes.ran("", Outcomes.of(ran(new Verdict.EngineFailure("the server went away")))));

        assertThat(plain(timing.text())).contains("no fault of the program: the server went away, ref 7k3f9mzt\n");
    }

    @Test
    void saysThatNothingWasMeasuredIfAllFailed() {
        var timing = new Timing(1, "7k3f9mzt");
        timing.add(0, Outcomes.ran("", Outcomes.of(ran(new Verdict.Exited(3)))));

        assertThat(plain(timing.text())).endsWith("1        exit code 3\nnothing could be measured");
    }

    private static Ran took(long micros) {
        var wall = Duration.ofNanos(micros * 1000);
        return Outcomes.ran("", Outcomes.of(ran(OK, new Usage(wall, wall, 0))));
    }

    private static String plain(Text text) {
        return new PlainText(Style.PLAIN).of(text);
    }
}
