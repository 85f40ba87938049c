package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bot in a process of its own on a real IRC server, beside what answers straight off a socket. */
final class IrcBenchmark implements Benchmark {
    private static final int WARM = 200_000;
    private static final int ONE = 20_000;
    private static final int MANY = 300_000;
    private static final int OUTSTANDING = 64;
    private static final int SLEEPERS = 16;
    private static final String PLUGIN = """
            @ChatPlugin final class Bench {
              @Command(name = "ask", help = "Answers.", repeatable = true)
              public String ask(@Arg(help = "which") String id) { return "pong " + id; }
              @Command(name = "do", help = "Answers, journalled.")
              public String journalled(@Arg(help = "which") String id) { return "pong " + id; }
              @Command(name = "sleep", help = "Sleeps.", repeatable = true)
              public String sleep(@Arg(help = "seconds") int seconds) throws Exception {
                Thread.sleep(seconds * 1000L);
                return "slept";
              }
            }
            """;

    @Override
    public String name() {
        return "irc";
    }

    @Override
    public void run(Results results) throws Exception {
        var server = IrcServer.start();
        if (server.isEmpty()) {
            results.note("the package inspircd is not installed", 0, "");
            return;
        }
        try (var irc = server.get();
                var load = new IrcLoad(irc.port());
                var home = Folder.temporary()) {
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
            measure(results, irc, load, home.path(), one, many);
        }
    }

    private static void measure(Results results, IrcServer irc, IrcLoad load, Path home, double one, double many)
            throws IOException, InterruptedException {
        PluginJar.compile("bench", PLUGIN).release(Files.createDirectories(home.resolve("plugins")), "1.0.0");
        Files.writeString(home.resolve("bellhop.yaml"), configuration(irc.port()));
        var bot = start(home);
        try {
            load.awaitJoin();
            load.ask("!ask", OUTSTANDING, WARM);
            rate(results, "1 outstanding", load.ask("!ask", 1, ONE), 8_000, one);
            long cpu = cpu(bot);
            rate(results, "64 outstanding", load.ask("!ask", OUTSTANDING, MANY), 110_000, many);
            results.atMost("64 outstanding, CPU of each answer", (cpu(bot) - cpu) / 1e3 / MANY, 8, "us");
            load.ask("!do", OUTSTANDING, ONE);
            rate(results, "1 outstanding, journalled", load.ask("!do", 1, ONE / 10), 1_500, one);
            rate(results, "64 outstanding, journalled", load.ask("!do", OUTSTANDING, ONE * 2), 25_000, many);
            load.start("!sleep 10", SLEEPERS);
            var beside = load.ask("!ask", 1, ONE / 10).latencies();
            results.atMost("beside 16 sleeping handlers, p99", beside.percentile(99), 5, "ms");
        } finally {
            bot.destroy();
            bot.waitFor();
        }
    }

    private static void rate(Results results, String figure, IrcLoad.Rate rate, double target, double floor) {
        results.atLeast(figure, rate.perSecond(), target, "/s");
        results.note(figure + ", of the raw socket's rate", rate.perSecond() / floor, "");
    }

    private static long cpu(Process bot) {
        return bot.info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static Process start(Path home) throws IOException {
        var runSh = Path.of(System.getProperty("bellhop.dist")).resolve("../../../run.sh");
        return new ProcessBuilder(runSh.normalize().toString(), "--home", home.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String configuration(int port) {
        return """
            plugins:
              irc:
                networks:
                  bench:
                    host: 127.0.0.1
                    port: %d
                    tls: false
                    nick: bell
                    channels: ["#bench"]
                    flood: {burst: 0}
            """.formatted(port);
    }
}
