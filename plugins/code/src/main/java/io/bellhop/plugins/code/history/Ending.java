package io.bellhop.plugins.code.history;

import io.bellhop.plugins.code.engine.Verdict;
import java.util.Locale;

/** How a run ended, as it can be asked for. Each is one kind of verdict. */
public enum Ending {
    /** By itself, successfully. */
    OK,
    /** By itself, with another exit code. */
    ERROR,
    /** By a signal. */
    SIGNAL,
    /** It never began. */
    COMPILE_ERROR,
    /** It took too long. */
    TIME_LIMIT,
    /** It took too much of the processor's time. */
    CPU_LIMIT,
    /** It asked for too much memory. */
    MEMORY_LIMIT,
    /** It wrote too much. */
    OUTPUT_LIMIT,
    /** By no fault of its own. */
    ENGINE_FAILURE,
    /** By whoever ran it, or since its message or the plugin went away. */
    CANCELLED;

    static Ending of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Exited(var code) -> code == 0 ? OK : ERROR;
            case Verdict.Signalled _ -> SIGNAL;
            case Verdict.CompileError _ -> COMPILE_ERROR;
            case Verdict.TimeLimit _ -> TIME_LIMIT;
            case Verdict.CpuLimit _ -> CPU_LIMIT;
            case Verdict.MemoryLimit _, Verdict.HeapLimit _ -> MEMORY_LIMIT;
            case Verdict.OutputLimit _ -> OUTPUT_LIMIT;
            case Verdict.EngineFailure _ -> ENGINE_FAILURE;
        };
    }

    /**
     * Returns the name as users write it and the database keeps it.
     *
     * @return such as {@code time-limit}
     */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Ending read(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
