package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.Signals;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;

/** Reads a process's status, as {@code wait} has it: the only one that tells exit code 137 from a SIGKILL. */
final class Status {
    private static final int SIGNAL = 0x7f;
    private static final int CODE = 0xff;
    private static final int CPU_EXCEEDED = 24;

    private Status() {}

    /** The kernel's own limit of the processor's time stands behind the step's: whoever used less sent the signal. */
    static Verdict verdict(int status, Duration cpu, Step step) {
        var signal = status & SIGNAL;
        if (signal == CPU_EXCEEDED && cpu.compareTo(step.allowance().cpu()) >= 0) {
            return new Verdict.CpuLimit(step.allowance().cpu());
        }
        if (signal != 0) {
            return new Verdict.Signalled(Signals.name(signal));
        }
        var code = status >> 8 & CODE;
        return code != 0 && step.kind() == Stage.Kind.COMPILE ? new Verdict.CompileError() : new Verdict.Exited(code);
    }
}
