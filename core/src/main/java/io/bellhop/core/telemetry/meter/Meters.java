package io.bellhop.core.telemetry.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bot's counters and timers. Safe for use from any thread. */
@Singleton
public final class Meters implements AutoCloseable {
    static final String COMMANDS = "bellhop.commands";
    static final String QUEUE = "bellhop.command.queue";
    static final String RUN = "bellhop.command.run";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);
    private final Counter events = registry.counter("bellhop.events");
    private final Counter loads = registry.counter("bellhop.plugin.loads", "outcome", "loaded");
    private final Counter failedLoads = registry.counter("bellhop.plugin.loads", "outcome", "failed");
    private final Counter sends = registry.counter("bellhop.outbox", "outcome", "sent");
    private final Counter failedSends = registry.counter("bellhop.outbox", "outcome", "failed");

    /** Starts at zero. */
    @Inject
    public Meters() {
        for (Refusal refusal : Refusal.values()) {
            refusals.put(refusal, registry.counter("bellhop.refusals", "reason", lower(refusal)));
        }
    }

    /**
     * Finds a command's counters, which go on over the plugin's upgrades.
     *
     * @param plugin its plugin's id
     * @param command its name
     * @return to be kept as long as the command
     */
    public CommandMeters command(String plugin, String command) {
        return new CommandMeters(registry, plugin, command);
    }

    /** Counts something that did not run. */
    public void refused(Refusal refusal) {
        Counter counter = refusals.get(refusal);
        if (counter != null) {
            counter.increment();
        }
    }

    /** Counts an event that was published. */
    public void published() {
        events.increment();
    }

    /** Counts a plugin that was loaded. */
    public void loaded() {
        loads.increment();
    }

    /** Counts a plugin that could not be loaded. */
    public void loadFailed() {
        failedLoads.increment();
    }

    /** Counts a message that a platform took. */
    public void sent() {
        sends.increment();
    }

    /** Counts a message that could not be sent. */
    public void sendFailed() {
        failedSends.increment();
    }

    /** {@return all counts, of about now} */
    public MeterSnapshot snapshot() {
        return new MeterSnapshot(
                Stream.of(Outcome.values()).collect(Collectors.toMap(Function.identity(), this::ended)),
                refusals.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                        (long) entry.getValue().count())),
                times(QUEUE),
                times(RUN),
                (long) events.count(),
                (long) loads.count(),
                (long) failedLoads.count(),
                (long) sends.count(),
                (long) failedSends.count());
    }

    private long ended(Outcome outcome) {
        return (long) registry.find(COMMANDS).tag("outcome", lower(outcome)).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private MeterSnapshot.Times times(String name) {
        var timers = registry.find(name).timers();
        long count = timers.stream().mapToLong(Timer::count).sum();
        double total = timers.stream()
                .mapToDouble(timer -> timer.totalTime(TimeUnit.NANOSECONDS))
                .sum();
        double max = timers.stream()
                .mapToDouble(timer -> timer.max(TimeUnit.NANOSECONDS))
                .max()
                .orElse(0);
        return new MeterSnapshot.Times(
                Duration.ofNanos(count == 0 ? 0 : (long) (total / count)), Duration.ofNanos((long) max));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Stops counting. */
    @Override
    public void close() {
        registry.close();
    }
}
