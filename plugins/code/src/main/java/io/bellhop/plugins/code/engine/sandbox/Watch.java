package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.watch.Meter;
import java.time.Duration;
import java.util.Optional;

/** Looks at a step's usage, no more often than it could have reached a limit since the last look. */
final class Watch {
    private static final Duration LEAST = Duration.ofMillis(20);
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Allowance allowance;
    private final Meter meter;
    private Duration cpu = Duration.ZERO;

    Watch(Allowance allowance, Meter meter) {
        this.allowance = allowance;
        this.meter = meter;
    }

    /** Returns how long to wait until the next look. */
    Duration next(Duration elapsed) {
        var wall = allowance.wall().minus(elapsed);
        var processors = allowance.cpu().minus(cpu).dividedBy(PROCESSORS);
        return max(min(min(wall, meter.interval()), max(processors, LEAST)), Duration.ZERO);
    }

    /** Returns which limit is reached, if one is. */
    Optional<Verdict> look(Duration elapsed) {
        if (meter.isOverMemory()) {
            return Optional.of(new Verdict.MemoryLimit(allowance.memory(), meter.killed()));
        }
        cpu = meter.cpu();
        if (cpu.compareTo(allowance.cpu()) >= 0) {
            return Optional.of(new Verdict.CpuLimit(allowance.cpu()));
        }
        return elapsed.compareTo(allowance.wall()) < 0
                ? Optional.empty()
                : Optional.of(new Verdict.TimeLimit(allowance.wall()));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
