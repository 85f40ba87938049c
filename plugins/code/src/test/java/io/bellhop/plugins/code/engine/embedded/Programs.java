package io.bellhop.plugins.code.engine.embedded;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Runs programs as the plugin would, with its default limits. */
final class Programs {
    static final int OUTPUT = 64 << 10;
    static final long MEMORY = 64L << 20;
    /** Enough for every program that has an end, or meets another limit, on a machine that has much else to do. */
    static final Duration TIME = Duration.ofMinutes(2);

    private final EmbeddedEngine engine = new EmbeddedEngine(2, MEMORY, new SplittableRandom());

    Stage run(String source, String... args) throws InterruptedException {
        return run(job(source, "", List.of(args)), Progress.UNHEARD);
    }

    Stage runFor(Duration time, String source) throws InterruptedException {
        return run(job(source, new Limits(time, time, TIME, MEMORY, OUTPUT)), Progress.UNHEARD);
    }

    Stage runForCpu(Duration cpuTime, String source) throws InterruptedException {
        return run(jobForCpu(cpuTime, source), Progress.UNHEARD);
    }

    Job jobForCpu(Duration cpuTime, String source) {
        return job(source, new Limits(TIME, TIME, cpuTime, MEMORY, OUTPUT));
    }

    private Job job(String source, Limits limits) {
        return new Job(language(), source, List.of(), List.of(), "", limits);
    }

    Stage runWithInput(String source, String stdin) throws InterruptedException {
        return run(job(source, stdin, List.of()), Progress.UNHEARD);
    }

    Stage run(Job job, Progress progress) throws InterruptedException {
        return engine.run(job, progress).last();
    }

    String printed(String source) throws InterruptedException {
        return run(source).output().of(Stream.OUT);
    }

    String complained(String source) throws InterruptedException {
        return run(source).output().of(Stream.ERR);
    }

    Job job(String source, String stdin, List<String> args) {
        var limits = new Limits(TIME, TIME, TIME, MEMORY, OUTPUT);
        return new Job(language(), source, List.of(), args, stdin, limits);
    }

    private Language language() {
        return engine.languages().getFirst();
    }

    EmbeddedEngine engine() {
        return engine;
    }
}
