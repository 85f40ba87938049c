package io.bellhop.core.bench;

import java.util.List;

/** Runs the benchmarks, or those whose name contains the argument. */
public final class Benchmarks {
    private static final List<Benchmark> ALL =
            List.of(new CommandsBenchmark(), new IsolationBenchmark(), new StartBenchmark(), new UpgradeBenchmark());

    private Benchmarks() {}

    /**
     * Runs them one after the other. A target that is missed is printed as such and is no failure: the machine may be
     * busy.
     *
     * @param args at most a part of a name
     */
    public static void main(String[] args) throws Exception {
        var wanted = args.length == 0 ? "" : args[0];
        var chosen = ALL.stream().filter(each -> each.name().contains(wanted)).toList();
        if (chosen.isEmpty()) {
            System.err.println("no benchmark's name contains " + wanted + "; there are "
                    + ALL.stream().map(Benchmark::name).toList());
            System.exit(2);
        }
        var results = new Results(System.out);
        results.machine();
        for (var benchmark : chosen) {
            results.begin(benchmark.name());
            benchmark.run(results);
        }
        System.exit(0);
    }
}
