package io.bellhop.plugins.code;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.time.Duration;
import java.util.List;

/** Makes jobs and what came of them. */
public final class Outcomes {
    public static final Language C = new Language("c", List.of("gcc"), "C 17", "main.c", "c");

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final Usage USAGE = new Usage(Duration.ofMillis(2), Duration.ofMillis(1), 3 << 20);

    private Outcomes() {}

    public static Job job(String stdin) {
        return new Job(
                C, "int main() {}", List.of(), List.of(), stdin, new Limits(TIME, TIME, TIME, 64 << 20, 1 << 18));
    }

    public static Chunk out(String text) {
        return new Chunk(Stream.OUT, text);
    }

    public static Chunk err(String text) {
        return new Chunk(Stream.ERR, text);
    }

    public static Stage compiled(Verdict verdict, Chunk... chunks) {
        var usage = new Usage(Duration.ofMillis(43), Duration.ofMillis(40), 20 << 20);
        return new Stage(Stage.Kind.COMPILE, verdict, new Output(List.of(chunks)), usage);
    }

    public static Stage ran(Verdict verdict, Chunk... chunks) {
        return ran(verdict, USAGE, chunks);
    }

    public static Stage ran(Verdict verdict, Usage usage, Chunk... chunks) {
        return new Stage(Stage.Kind.RUN, verdict, new Output(List.of(chunks)), usage);
    }

    public static Outcome of(Stage... stages) {
        return Outcome.of(List.of(stages));
    }

    public static Ran ran(String stdin, Outcome outcome) {
        return new Ran("c", "fake", job(stdin), outcome);
    }
}
