package io.bellhop.core.app;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import io.bellhop.core.audit.Audit;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.config.Durations;
import io.bellhop.core.event.Time;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.Pools;
import io.bellhop.core.plugin.Plugins;
import io.bellhop.core.plugin.roster.PluginState;
import io.bellhop.core.telemetry.meter.MeterSnapshot;
import io.bellhop.core.telemetry.meter.Meters;
import io.bellhop.core.telemetry.meter.Outcome;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the bot is, in a few lines. */
@Singleton
final class Status {
    private final Time time;
    private final Connectors connectors;
    private final Plugins plugins;
    private final Pools pools;
    private final Invocations invocations;
    private final Meters meters;
    private final Audit audit;
    private final RunningConnectors hosts;
    private final long startedAt;

    @Inject
    Status(
            Time time,
            Connectors connectors,
            Plugins plugins,
            Pools pools,
            Invocations invocations,
            Meters meters,
            Audit audit,
            RunningConnectors hosts) {
        this.time = time;
        this.connectors = connectors;
        this.plugins = plugins;
        this.pools = pools;
        this.invocations = invocations;
        this.meters = meters;
        this.audit = audit;
        this.hosts = hosts;
        this.startedAt = time.nanos();
    }

    Card card() {
        var counts = meters.snapshot();
        return Card.of("Bellhop " + Version.current())
                .field("up for", Durations.format(Duration.ofSeconds((time.nanos() - startedAt) / 1_000_000_000)))
                .field("connectors", connectors())
                .field("plugins", plugins())
                .field("commands", commands(counts))
                .field("queues", queues())
                .field("audit", audit())
                .field("memory", memory());
    }

    private String connectors() {
        var running = connectors.all().stream().map(Status::line);
        var refused = hosts.refused().entrySet().stream().map(one -> one.getKey() + ": " + one.getValue());
        return Stream.concat(running, refused).collect(Collectors.joining("\n"));
    }

    private static String line(Connector connector) {
        var health = connector.health();
        var facts = health.facts().entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining("; "));
        var said = Stream.concat(health.trouble().stream(), Stream.of(facts))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        return connector.id() + (said.isEmpty() ? "" : ": " + said);
    }

    private String plugins() {
        var all = plugins.list();
        long running = all.stream()
                .filter(plugin -> plugin.state() == PluginState.RUNNING)
                .count();
        return running + " running"
                + (all.size() == running ? "" : " of " + all.size() + "; the command plugin list says why");
    }

    private String audit() {
        return audit.isFailing()
                ? "can't be written: only owners may run what must be audited; see the log"
                : "row " + audit.head().number();
    }

    private String commands(MeterSnapshot counts) {
        long ended =
                counts.commands().values().stream().mapToLong(Long::longValue).sum();
        long failed = counts.commands().getOrDefault(Outcome.FAILED, 0L)
                + counts.commands().getOrDefault(Outcome.TIMED_OUT, 0L);
        long refused =
                counts.refusals().values().stream().mapToLong(Long::longValue).sum();
        return "%d ended (%d failed), %d refused, %d under way; waited %d ms and ran %d ms on average"
                .formatted(
                        ended,
                        failed,
                        refused,
                        invocations.count(),
                        counts.queue().mean().toMillis(),
                        counts.run().mean().toMillis());
    }

    private String queues() {
        return pools.open().stream()
                .sorted(Comparator.comparing(PluginPool::owner))
                .map(pool -> pool.owner() + " " + pool.active() + "+" + pool.waiting())
                .collect(Collectors.joining(", ", "", " (running+waiting)"));
    }

    private static String memory() {
        var runtime = Runtime.getRuntime();
        return "%d of %d MiB"
                .formatted((runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    }
}
