package io.bellhop.plugins.code.engine.piston.wire;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.OutputRecorder;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Stage.Kind;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a server says of a job that it executed, taken for no more than a claim. */
public final class Answer {
    /** So many times the limit no stage can have had, whatever a server counts. */
    private static final double IMPOSSIBLE = 2;

    private static final double LONGEST = Duration.ofDays(1).toMillis();

    private final Job job;
    private final Map<String, Long> limits;
    private final Progress progress;

    /**
     * Makes a reader of the answer to one job.
     *
     * @param job the job
     * @param limits what it could use there, by name
     * @param progress hears what the program wrote
     */
    public Answer(Job job, Map<String, Long> limits, Progress progress) {
        this.job = job;
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Reads it.
     *
     * @param json the answer
     * @return how the job went
     * @throws IllegalArgumentException if it is no such answer
     */
    public Outcome read(byte[] json) {
        var answer = JsonObject.read(json);
        var stages = new ArrayList<Stage>();
        answer.object("compile").map(compile -> stage(Kind.COMPILE, compile)).ifPresent(stages::add);
        if (stages.isEmpty() || stages.getFirst().verdict() instanceof Verdict.Exited) {
            var run = answer.object("run").orElseThrow(() -> new IllegalArgumentException("nothing was run"));
            stages.add(stage(Kind.RUN, run));
        }
        return Outcome.of(stages);
    }

    private Stage stage(Kind kind, JsonObject told) {
        var verdict = new VerdictReader(kind, told, limits).read();
        var recorder = new OutputRecorder(job.limits().output(), progress);
        var whole = true;
        for (var chunk : chunks(told)) {
            whole &= recorder.write(chunk.stream(), chunk.text());
        }
        var truth = whole || kind == Kind.COMPILE
                ? verdict
                : new Verdict.OutputLimit(job.limits().output());
        return new Stage(kind, truth, recorder.output(), usage(kind, told));
    }

    private static List<Chunk> chunks(JsonObject told) {
        var out = told.text("stdout").orElse("");
        var err = told.text("stderr").orElse("");
        return Interleaving.of(out, err, told.text("output").orElse(""));
    }

    private Usage usage(Kind kind, JsonObject told) {
        return new Usage(time(told, "wall_time"), time(told, "cpu_time"), memory(kind, told));
    }

    /** What no program could have had is as good as not told. */
    private long memory(Kind kind, JsonObject told) {
        var memory = told.number("memory").orElse(0);
        var most = IMPOSSIBLE * Ceilings.memory(kind, limits);
        return memory > 0 && memory < most ? (long) memory : 0;
    }

    private static Duration time(JsonObject told, String name) {
        var millis = Math.clamp(told.number(name).orElse(0), 0, LONGEST);
        return Duration.ofNanos((long) (millis * 1e6));
    }
}
