package io.bellhop.core.bench;

import java.io.IOException;

/** Whether a bot that has answered a million messages on IRC holds on to anything of them. */
final class IrcMemoryBenchmark implements Benchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int ALL = 1_000_000;
    private static final int OUTSTANDING = 64;
    private static final double MOST_GROWTH = 2;

    @Override
    public String name() {
        return "irc-memory";
    }

    @Override
    public void run(Results results) throws Exception {
        IrcServer.during(results, irc -> weigh(results, irc));
    }

    private static void weigh(Results results, IrcServer irc) throws IOException, InterruptedException {
        try (var load = new IrcLoad(irc.port());
                var bot = IrcBot.start(irc)) {
            load.awaitJoin();
            load.ask("!ask", OUTSTANDING, FEW);
            print(results, bot, "after 1,000 messages");
            load.ask("!ask", OUTSTANDING, MANY - FEW);
            double before = print(results, bot, "after 100,000");
            load.ask("!ask", OUTSTANDING, ALL - MANY);
            double after = print(results, bot, "after 1,000,000");
            results.atMost("more heap than after 100,000", after - before, MOST_GROWTH, "MiB");
        }
    }

    private static double print(Results results, IrcBot bot, String when) throws IOException, InterruptedException {
        double heap = bot.heap();
        results.note("heap " + when, heap, "MiB");
        results.note("resident " + when, bot.resident(), "MiB");
        return heap;
    }
}
