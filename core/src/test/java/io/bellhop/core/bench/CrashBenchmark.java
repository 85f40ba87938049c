package io.bellhop.core.bench;

import java.util.Random;

/** What is left of the promises when a bot is killed again and again. */
final class CrashBenchmark implements Benchmark {
    private static final int KILLS = 200;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public void run(Results results) throws Exception {
        kill(results, true, "repeats recognised");
        kill(results, false, "repeats not recognised");
    }

    private static void kill(Results results, boolean remembers, String how) throws Exception {
        long seed = System.nanoTime();
        try (var massacre = new Massacre(remembers, new Random(seed))) {
            massacre.kill(KILLS / 2);
            var toll = massacre.toll();
            results.note(how + ": killed", KILLS / 2.0, "times");
            results.note("commands said", toll.said(), "");
            results.note("commands that ran", toll.ran(), "");
            results.note("told of an interruption", toll.interrupted(), "");
            results.note("messages marked as perhaps repeated", (double) toll.marked(), "");
            results.atMost("ran twice", toll.twice().size(), 0, "");
            results.atMost("accepted, and nobody was told", toll.untold().size(), 0, "");
            results.atMost("repeated without a word", toll.repeated().size(), 0, "");
            results.atMost("left in the journal", toll.left(), 0, "");
        }
    }
}
