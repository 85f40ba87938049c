package io.bellhop.core.bench;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the benchmarks, or the one that the argument names, or those whose name contains it. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = Stream.of(
                    List.of(new AccessBenchmark(), new AuditBenchmark()),
                    CodeBenchmark.parts(),
                    List.of(new CommandsBenchmark(), new JournalBenchmark()),
                    CrashBenchmark.all(),
                    List.of(
                            new DiscordBenchmark(),
                            new IrcBenchmark(),
                            new IrcMemoryBenchmark(),
                            new IsolationBenchmark(),
                            new StartBenchmark(),
                            new StorageBenchmark(),
                            new UpgradeBenchmark()))
            .flatMap(List::stream)
            .toList();

    private Benchmarks() {}

    /**
     * Runs them one after the other. A target that is missed is printed as such and is no failure: the machine may be
     * busy.
     *
     * @param args at most a name, or a part of one
     */
    public static void main(String[] args) throws Exception {
        var wanted = args.length == 0 ? "" : args[0];
        var chosen = chosen(wanted);
        if (chosen.isEmpty()) {
            System.err.println("no benchmark's name contains " + wanted + "; there are "
                    + ALL.stream().map(Benchmark::name).toList());
            System.exit(2);
        }
        hushLogs();
        var results = new Results(System.out);
        results.machine();
        for (var benchmark : chosen) {
            results.begin(benchmark.name());
            benchmark.run(results);
        }
        System.exit(0);
    }

    private static List<Benchmark> chosen(String wanted) {
        var named = ALL.stream().filter(each -> each.name().equals(wanted)).toList();
        return named.isEmpty()
                ? ALL.stream().filter(each -> each.name().contains(wanted)).toList()
                : named;
    }

    /** Plugins misbehave here on purpose, and what is logged of it would hide the figures. */
    private static void hushLogs() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }
}
