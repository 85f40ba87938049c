package io.bellhop.plugins.code.engine;

import java.time.Duration;

/** Says in plain words what engines measure. */
public final class Words {
    private Words() {}

    /**
     * Says how a stage ended.
     *
     * @param verdict how it ended
     * @return such as {@code exit code 3}, or {@code ok}
     */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Exited(var code) -> exit(code);
            case Verdict.Signalled(var signal) -> Signals.words(signal);
            case Verdict.CompileError() -> "does not compile";
            case Verdict.TimeLimit(var limit) -> "stopped after " + of(limit) + ": time limit";
            case Verdict.CpuLimit(var limit) -> "stopped after " + of(limit) + " of processor time: CPU limit";
            case Verdict.MemoryLimit memory -> stopped("at", memory);
            case Verdict.HeapLimit(var limit) ->
                "ended by its runtime at " + (limit >> 20) + " MiB of heap: memory limit";
            case Verdict.OutputLimit(var limit) ->
                limit == Verdict.OutputLimit.UNKNOWN
                        ? "stopped since it wrote more than its server takes: output limit"
                        : "stopped at " + (limit >> 10) + " KiB of output: output limit";
            case Verdict.EngineFailure(var reason) -> "no fault of the program: " + reason;
        };
    }

    /**
     * Says how a stage ended, and which it was if the program never ran.
     *
     * @param stage the stage
     * @return such as {@code exit code 3}, or {@code while compiling: stopped after 10 s: time limit}
     */
    public static String of(Stage stage) {
        boolean isOrdinary = stage.kind() == Stage.Kind.RUN || stage.verdict() instanceof Verdict.CompileError;
        return isOrdinary ? how(stage) : "while compiling: " + how(stage);
    }

    /**
     * Says how a stage ended, and what to look for in the log if that was the engine's fault.
     *
     * @param stage the stage
     * @param ref names the invocation
     * @return such as {@code exit code 3}, or {@code no fault of the program: its server failed, ref 7k3f9mzt}
     */
    public static String of(Stage stage, String ref) {
        return stage.verdict() instanceof Verdict.EngineFailure ? of(stage) + ", ref " + ref : of(stage);
    }

    /** What only looks at memory now and then stops a program when it has more already. */
    private static String how(Stage stage) {
        return stage.verdict() instanceof Verdict.MemoryLimit memory
                        && stage.usage().peakMemory() > memory.limit()
                ? stopped("above", memory)
                : of(stage.verdict());
    }

    private static String stopped(String where, Verdict.MemoryLimit memory) {
        return "stopped " + where + " " + (memory.limit() >> 20) + " MiB: memory limit"
                + memory.killed().map(process -> ", which ended " + process).orElse("");
    }

    /**
     * Says how long something took.
     *
     * @param duration how long
     * @return such as {@code 40 ms} or {@code 1.5 s}
     */
    public static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        var tenths = duration.toMillis() / 100;
        return tenths % 10 == 0 ? tenths / 10 + " s" : tenths / 10 + "." + tenths % 10 + " s";
    }

    private static String exit(int code) {
        if (code == 0) {
            return "ok";
        }
        return "exit code " + code
                + Signals.behind(code).map(signal -> ", probably " + signal).orElse("");
    }
}
