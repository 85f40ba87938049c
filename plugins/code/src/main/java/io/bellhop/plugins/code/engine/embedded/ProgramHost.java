package io.bellhop.plugins.code.engine.embedded;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.OutputRecorder;
import io.bellhop.plugins.code.engine.Verdict;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import run.endive.runtime.WasmInterruptedException;

/** Gives one program its source, arguments and input, and takes its output and its end. */
final class ProgramHost implements Host {
    private static final int SEEDS = 4;

    private final Job job;
    private final OutputRecorder recorder;
    private final RandomGenerator random;
    private final long start = System.nanoTime();

    ProgramHost(Job job, OutputRecorder recorder, RandomGenerator random) {
        this.job = job;
        this.recorder = recorder;
        this.random = random;
    }

    @Override
    public String ask(String what, String detail) {
        return switch (what) {
            case "source" -> job.source();
            case "argument-count" -> String.valueOf(job.args().size());
            case "argument" -> job.args().get(Integer.parseInt(detail));
            case "stdin" -> job.stdin();
            case "out" -> write(Output.Stream.OUT, detail);
            case "err" -> write(Output.Stream.ERR, detail);
            case "elapsed" -> String.valueOf(System.nanoTime() - start);
            case "seed" -> random.ints(SEEDS).mapToObj(String::valueOf).collect(Collectors.joining(" "));
            case "sleep" -> sleep(Long.parseLong(detail));
            case "exit" -> throw new Ended(new Verdict.Exited(Integer.parseInt(detail)));
            case "reject" -> {
                write(Output.Stream.ERR, detail);
                throw new Ended(new Verdict.CompileError());
            }
            default -> throw new IllegalArgumentException("the prelude asks for " + what);
        };
    }

    private String write(Output.Stream stream, String text) {
        if (!recorder.write(stream, text)) {
            throw new Ended(new Verdict.OutputLimit(job.limits().output()));
        }
        return "";
    }

    private static String sleep(long millis) {
        try {
            Thread.sleep(millis);
            return "";
        } catch (InterruptedException e) {
            throw new WasmInterruptedException(e);
        }
    }
}
