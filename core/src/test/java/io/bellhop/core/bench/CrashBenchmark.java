package io.bellhop.core.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What is left of the promises when a bot is killed again and again: {@value #KILLS} times, or as often as the property
 * {@value #TIMES} says.
 *
 * @param name where
 * @param site opens that place, if it can be had here
 */
record CrashBenchmark(String name, Site site) implements Benchmark {
    private static final int KILLS = 100;
    private static final String TIMES = "bellhop.bench.kills";

    /** Opens a place to be killed in. */
    @FunctionalInterface
    interface Site {
        Optional<Ground> open() throws IOException, InterruptedException;
    }

    /** One for each platform, and for each way in which it treats repeats. */
    static List<Benchmark> all() {
        return List.of(
                new CrashBenchmark("crash-recognised", () -> Optional.of(new PaperGround(true))),
                new CrashBenchmark("crash-unrecognised", () -> Optional.of(new PaperGround(false))),
                new CrashBenchmark("crash-discord-soon", () -> Optional.of(new DiscordGround(false))),
                new CrashBenchmark("crash-discord-late", () -> Optional.of(new DiscordGround(true))),
                new CrashBenchmark("crash-irc", IrcGround::open));
    }

    @Override
    public void run(Results results) throws Exception {
        var ground = site.open();
        if (ground.isEmpty()) {
            IrcServer.noteMissing(results);
            return;
        }
        try (var massacre = new Massacre(ground.get(), new Random(System.nanoTime()))) {
            int times = Integer.getInteger(TIMES, KILLS);
            massacre.kill(times);
            results.note("killed", (double) times, "times");
            print(results, massacre.toll());
        }
    }

    private static void print(Results results, Massacre.Toll toll) {
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
