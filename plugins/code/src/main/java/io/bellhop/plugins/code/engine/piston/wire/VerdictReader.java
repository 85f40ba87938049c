package io.bellhop.plugins.code.engine.piston.wire;

import io.bellhop.plugins.code.engine.Signals;
import io.bellhop.plugins.code.engine.Stage.Kind;
import io.bellhop.plugins.code.engine.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a stage ended, from what a server tells of it.
 *
 * @param kind which stage
 * @param told what the server tells
 * @param limits what the stage could use, by name
 */
record VerdictReader(Kind kind, JsonObject told, Map<String, Long> limits) {
    private static final Pattern SIGNAL = Pattern.compile("SIG[A-Z0-9+-]{2,12}");

    /** What a shell, which runs all of Piston's programs, adds to the number of the signal that ended one. */
    private static final int BY_SIGNAL = 128;

    /** Those of which hardly any program exits with the code that a shell gives instead. */
    private static final Set<Integer> SIGNALS = Set.of(4, 6, 7, 8, 9, 11, 13, 15, 24, 25, 31);

    Verdict read() {
        return switch (told.text("status").orElse("")) {
            case "TO" -> timeLimit();
            case "OL", "EL" -> new Verdict.OutputLimit(Verdict.OutputLimit.UNKNOWN);
            case "XX" -> new Verdict.EngineFailure("the Piston server's own sandbox failed");
            default -> end();
        };
    }

    /** Its message tells the two apart where it is; else the time that was taken does. */
    private Verdict timeLimit() {
        var cpu = limit(Ceilings.CPU_TIME);
        var isWall = told.text("message").orElse("").contains("wall");
        if (!isWall && told.number("cpu_time").orElse(0) >= cpu) {
            return new Verdict.CpuLimit(Duration.ofMillis(cpu));
        }
        return new Verdict.TimeLimit(Duration.ofMillis(limit(Ceilings.TIMEOUT)));
    }

    private Verdict end() {
        var signal = told.text("signal");
        if (signal.isPresent()) {
            if (!SIGNAL.matcher(signal.get()).matches()) {
                throw new IllegalArgumentException("no signal");
            }
            return ended(signal.get());
        }
        var code = code();
        if (SIGNALS.contains(code - BY_SIGNAL)) {
            return ended(Signals.name(code - BY_SIGNAL));
        }
        return kind == Kind.COMPILE && code != 0 ? new Verdict.CompileError() : new Verdict.Exited(code);
    }

    private int code() {
        var code = told.number("code").orElseThrow(() -> new IllegalArgumentException("neither code nor signal"));
        if (code != (int) code) {
            throw new IllegalArgumentException("no exit code");
        }
        return (int) code;
    }

    /** The kernel ends what is out of memory by the signal that nobody else sends. */
    private Verdict ended(String signal) {
        var memory = Ceilings.memory(kind, limits);
        var isFull = told.number("memory").orElse(0) >= memory - memory / 32.0;
        return signal.equals("SIGKILL") && isFull ? new Verdict.MemoryLimit(memory) : new Verdict.Signalled(signal);
    }

    private long limit(String name) {
        return limits.getOrDefault(kind.name().toLowerCase(Locale.ROOT) + name, 1L);
    }
}
