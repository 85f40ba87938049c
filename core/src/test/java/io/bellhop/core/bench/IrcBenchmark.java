package io.bellhop.core.bench;

import java.io.IOException;

/** A bot in a process of its own on a real IRC server, beside what answers straight off a socket. */
final class IrcBenchmark implements Benchmark {
    private static final int WARM = 1_000_000;
    private static final int WARM_JOURNALLED = 20_000;
    private static final int ONE = 20_000;
    private static final int MANY = 300_000;
    private static final int OUTSTANDING = 64;
    private static final int SLEEPERS = 16;

    /** How often a raw socket answered a second beside which the targets were set, with 1 and with 64 outstanding. */
    private static final double ECHO_ONE = 11_074;

    private static final double ECHO_MANY = 249_146;

    @Override
    public String name() {
        return "irc";
    }

    @Override
    public void run(Results results) throws Exception {
        IrcServer.during(results, irc -> compare(results, irc));
    }

    private static void compare(Results results, IrcServer irc) throws IOException, InterruptedException {
        try (var load = new IrcLoad(irc.port())) {
            double one;
            double many;
            try (var _ = new IrcEcho(irc.port())) {
                load.awaitJoin();
                load.ask("!ask", OUTSTANDING, MANY);
                one = load.ask("!ask", 1, ONE).perSecond();
                many = load.ask("!ask", OUTSTANDING, MANY).perSecond();
                results.note("raw socket, 1 outstanding", one, "/s");
                results.note("raw socket, 64 outstanding", many, "/s");
            }
            measure(results, irc, load, one, many);
        }
    }

    private static void measure(Results results, IrcServer irc, IrcLoad load, double one, double many)
            throws IOException, InterruptedException {
        try (var bot = IrcBot.start(irc)) {
            load.awaitJoin();
            Processors.awaitQuiet();
            load.ask("!ask", OUTSTANDING, WARM);
            rate(results, "1 outstanding", load.ask("!ask", 1, ONE), 8_000, one, ECHO_ONE);
            long cpu = bot.cpuNanos();
            rate(results, "64 outstanding", load.ask("!ask", OUTSTANDING, MANY), 110_000, many, ECHO_MANY);
            results.atMost("64 outstanding, CPU of each answer", (bot.cpuNanos() - cpu) / 1e3 / MANY, 8, "us");
            load.ask("!do", OUTSTANDING, WARM_JOURNALLED);
            load.ask("!do", 1, WARM_JOURNALLED / 2);
            Processors.awaitQuiet();
            rate(results, "1 outstanding, journalled", load.ask("!do", 1, ONE / 4), 1_500, one, ECHO_ONE);
            rate(results, "64 outstanding, journalled", load.ask("!do", OUTSTANDING, ONE * 2), 25_000, many, ECHO_MANY);
            load.start("!sleep 10", SLEEPERS);
            var beside = load.ask("!ask", 1, ONE / 10).latencies();
            results.atMost("beside 16 sleeping handlers, p99", beside.percentile(99), 5, "ms");
        }
    }

    private static void rate(
            Results results, String figure, IrcLoad.Rate rate, double target, double echo, double echoThen) {
        results.atLeast(figure, rate.perSecond(), target, "/s");
        results.atLeast("the same, for each of the raw socket's", rate.perSecond() / echo, target / echoThen, "");
    }
}
