package io.bellhop.core.bench;

import java.util.Random;

/** What is left of the promises when a bot is killed again and again. */
final class CrashBenchmark implements Benchmark {
    private static final int KILLS = 100;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public void run(Results results) throws Exception {
        kill(results, new PaperGround(true), "repeats recognised");
        kill(results, new PaperGround(false), "repeats not recognised");
        kill(results, new DiscordGround(false), "Discord, at once");
        kill(results, new DiscordGround(true), "Discord, when nonces are forgotten");
        var irc = IrcGround.open();
        if (irc.isPresent()) {
            kill(results, irc.get(), "IRC");
        } else {
            results.note("the package inspircd is not installed", 0, "");
        }
    }

    private static void kill(Results results, Ground ground, String how) throws Exception {
        long seed = System.nanoTime();
        try (var massacre = new Massacre(ground, new Random(seed))) {
            massacre.kill(KILLS);
            var toll = massacre.toll();
            results.note(how + ": killed", (double) KILLS, "times");
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
