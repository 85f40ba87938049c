package io.bellhop.core.bench;

import io.bellhop.api.event.MessageReceived;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A plugin's answers beside another plugin that misbehaves on all the threads it can get. */
final class IsolationBenchmark implements Benchmark {
    private static final int PINGS = 2_000;
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1) / 200;
    private static final int SLEEPERS = 16;
    private static final int SPINNERS = 8;
    /** The noise ends when this system property does: it is all that the plugin and the benchmark share. */
    private static final String NOISE = "bellhop.bench.noise";

    private static final String PING = """
            @ChatPlugin
            final class Ping {
                @Command(name = "pong", help = "Answers.", repeatable = true)
                String ping() {
                    return "ping";
                }
            }
            """;
    private static final String NOISY = """
            @ChatPlugin
            final class Noise {
                @Command(name = "sleep", help = "Sleeps.", deadline = "1m")
                void sleep() throws InterruptedException {
                    while (System.getProperty("%1$s") != null) {
                        Thread.sleep(10);
                    }
                }

                @Command(name = "spin", help = "Spins, whatever the deadline says.", deadline = "15s")
                void spin() {
                    while (System.getProperty("%1$s") != null) {
                        Thread.onSpinWait();
                    }
                }
            }
            """.formatted(NOISE);
    private static final long DEMOTED_AFTER_SECONDS = 17;

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public void run(Results results) throws Exception {
        try (var bot = new BenchBot()) {
            bot.load(PluginJar.compile("ping", PING), "1.0.0");
            bot.load(PluginJar.compile("noise", NOISY), "1.0.0");
            System.setProperty(NOISE, "on");
            pings(bot);
            results.note("beside nothing, p99", pings(bot).percentile(99), "ms");
            start(bot, "!sleep", SLEEPERS);
            results.atMost("beside 16 sleeping handlers, p99", pings(bot).percentile(99), 1, "ms");
            hush();
            long begun = System.nanoTime();
            start(bot, "!spin", SPINNERS);
            results.atMost("beside 8 spinning handlers, p99", pings(bot).percentile(99), 25, "ms");
            pauseUntil(begun + TimeUnit.SECONDS.toNanos(DEMOTED_AFTER_SECONDS));
            results.atMost(
                    "beside 8 spinning handlers, demoted, p99", pings(bot).percentile(99), 8, "ms");
            hush();
        }
    }

    private static void start(BenchBot bot, String line, int count) {
        for (int i = 0; i < count; i++) {
            bot.publish(new MessageReceived(bot.connector().message("noise" + i, line)));
        }
    }

    /** Ends the noise, and waits until its threads have heard of it. */
    private static void hush() throws InterruptedException {
        System.clearProperty(NOISE);
        Thread.sleep(500);
        System.setProperty(NOISE, "on");
    }

    private static Latencies pings(BenchBot bot) throws Exception {
        var latencies = new Latencies(PINGS);
        var event = new MessageReceived(bot.connector().message("ann", "!pong"));
        long next = System.nanoTime();
        for (int i = 0; i < PINGS; i++) {
            pauseUntil(next);
            next += INTERVAL;
            long published = System.nanoTime();
            bot.publish(event).toCompletableFuture().get(10, TimeUnit.SECONDS);
            latencies.add(System.nanoTime() - published);
        }
        return latencies;
    }

    private static void pauseUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
