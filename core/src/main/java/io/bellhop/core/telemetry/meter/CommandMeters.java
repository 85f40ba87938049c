package io.bellhop.core.telemetry.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts one command's invocations. Kept beside the command, so that counting looks nothing up; safe from any thread.
 */
public final class CommandMeters {
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Timer queue;
    private final Timer run;

    CommandMeters(MeterRegistry registry, String plugin, String command) {
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT);
            outcomes.put(
                    outcome, registry.counter(Meters.COMMANDS, "plugin", plugin, "command", command, "outcome", name));
        }
        queue = registry.timer(Meters.QUEUE, "plugin", plugin, "command", command);
        run = registry.timer(Meters.RUN, "plugin", plugin, "command", command);
    }

    /**
     * Counts an invocation that has ended.
     *
     * @param outcome how
     * @param queuedNanos how long it waited for a thread
     * @param ranNanos how long it ran
     */
    public void ended(Outcome outcome, long queuedNanos, long ranNanos) {
        queue.record(queuedNanos, TimeUnit.NANOSECONDS);
        run.record(ranNanos, TimeUnit.NANOSECONDS);
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
