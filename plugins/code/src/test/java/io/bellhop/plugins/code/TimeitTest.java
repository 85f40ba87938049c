package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.command.Invocation;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.history.Run;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.service.Program;
import io.bellhop.plugins.code.turn.Done;
import io.bellhop.plugins.code.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TimeitTest {
    private static final Verdict OK = new Verdict.Exited(0);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void countsCompilingTowardsTheTimeOfAllRuns() throws InterruptedException {
        var slowToCompile = Outcomes.of(Outcomes.compiled(OK), Outcomes.ran(OK)); // 43 ms, and 2 ms to run

        assertThat(measured(new Typing("", slowToCompile), 1, Duration.ofMillis(100)))
                .contains("  3\n");
    }

    @Test
    void runsNoSnippetOnceMoreWhenTheTimeIsOver() throws InterruptedException {
        var second = Duration.ofSeconds(1);
        var slow = Outcomes.of(Outcomes.ran(OK, new Usage(second, second, 0)));
        var turn = new Typing("", slow);

        measured(turn, 3, Duration.ofMillis(3500));

        assertThat(turn.runs).as("each once, and one once more").isEqualTo(4);
    }

    @Test
    void givesToLaterRoundsWhatWasTypedInTheFirst() throws InterruptedException {
        var turn = new Typing("typed\n", Outcomes.of(Outcomes.ran(OK)));

        assertThat(measured(turn, 1, LONG)).contains("  10\n");
    }

    private static String measured(Turn turn, int snippets, Duration time) throws InterruptedException {
        var order = new Order(
                new Program("c", "", List.of(), ""), List.of(), Outcomes.job("").limits());
        var content = Timeit.measured(turn, Collections.nCopies(snippets, order), 10, time);
        return new PlainText(Style.PLAIN).of(content.text());
    }

    /** The turn of somebody who types for each program in its first round, without which it fails. */
    private static final class Typing implements Turn {
        private final FakeInvocation ann = new FakeInvocation();
        private final String typed;
        private final Outcome outcome;
        private int runs;

        Typing(String typed, Outcome outcome) {
            this.typed = typed;
            this.outcome = outcome;
        }

        @Override
        public Invocation asked() {
            return ann;
        }

        @Override
        public Done run(Order order) {
            runs++;
            var ran = Outcomes.ran("", outcome).reading(typed);
            var run = Run.of(Instant.EPOCH, ran, ann.message().id());
            return new Done(ran, run, OptionalInt.empty(), "");
        }

        @Override
        public Ran repeat(Order order) {
            runs++;
            var isFed = order.program().stdin().equals(typed);
            return Outcomes.ran("", isFed ? outcome : Outcomes.of(Outcomes.ran(new Verdict.Exited(1))));
        }
    }
}
