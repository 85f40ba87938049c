package io.bellhop.core.bench;

import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.DiscordLoad;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * From a frame of Discord's gateway to the request with the answer, both over real sockets, by a Discord in this
 * process.
 */
final class DiscordBenchmark implements Benchmark {
    private static final int CHANNELS = 32;
    private static final int PEOPLE = 4_000;
    private static final int WARM_UP = 3_000;
    private static final int SAMPLES = 2_000;
    private static final int FLOOD = 10_000;
    private static final int FLOODS_BEFORE = 6; // until the JVM's compiler has done most of its work
    private static final int IN_FLIGHT = 512;
    private static final int SERVERS = 2_500;
    private static final int MEMBERS = 200;
    private static final long BEAT_MILLIS = 5;
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public void run(Results results) throws Exception {
        try (var bot = new BenchBot("pool:\n  threads: 64\n  queue: 4000\n");
                var load = new DiscordLoad(CHANNELS)) {
            bot.load(PluginJar.compile("trial", """
                    @ChatPlugin
                    final class Trial {
                        @Command(name = "safe", help = "Is journalled.")
                        String safe() {
                            return "safe";
                        }

                        @Command(name = "wait", help = "Waits a little.", repeatable = true)
                        String wait5() throws InterruptedException {
                            Thread.sleep(5);
                            return "waited";
                        }
                    }
                    """), "1.0.0");
            echo(results, load);
            bot.connect(load.connector(bot.part(Offers.class)));
            oneByOne(load, "!ping", WARM_UP);
            var ping = oneByOne(load, "!ping", SAMPLES);
            results.atMost("frame to answer, !ping, p50", ping.percentile(50), 0.6, "ms");
            results.atMost("frame to answer, !ping, p99", ping.percentile(99), 6, "ms");
            oneByOne(load, "!safe", SAMPLES);
            var safe = oneByOne(load, "!safe", SAMPLES);
            results.atMost("frame to answer, journalled, p50", safe.percentile(50), 4, "ms");
            results.note("frame to answer, journalled, p99", safe.percentile(99), "ms");
            var flood = lastFlood(load);
            results.atLeast("32 channels, 5 ms in each handler", flood.perSecond(), 5_000, "/s");
            results.note("the same, CPU of each, with Discord's", flood.cpuMicros(), "us");
        }
        servers(results);
    }

    private static void echo(Results results, DiscordLoad load) throws Exception {
        try (var _ = load.echo()) {
            oneByOne(load, "!ping", WARM_UP);
            var ping = oneByOne(load, "!ping", SAMPLES);
            results.note("JDA alone, frame to answer, p50", ping.percentile(50), "ms");
            results.note("JDA alone, frame to answer, p99", ping.percentile(99), "ms");
            var flood = lastFlood(load);
            results.note("JDA alone, 32 channels", flood.perSecond(), "/s");
            results.note("JDA alone, CPU of each, with Discord's", flood.cpuMicros(), "us");
        }
        load.keepAnswers();
    }

    private static Latencies oneByOne(DiscordLoad load, String text, int count) throws InterruptedException {
        var latencies = new Latencies(count);
        for (int i = 0; i < count; i++) {
            long written = System.nanoTime();
            load.writes(i % PEOPLE, i % CHANNELS, text);
            latencies.add(load.answer() - written);
        }
        return latencies;
    }

    private static Effort lastFlood(DiscordLoad load) throws Exception {
        for (int i = 0; i < FLOODS_BEFORE; i++) {
            flood(load);
        }
        return flood(load);
    }

    private static Effort flood(DiscordLoad load) throws Exception {
        var places = new Semaphore(IN_FLIGHT);
        load.tell(time -> places.release());
        return Effort.of(FLOOD, () -> {
            for (int i = 0; i < FLOOD; i++) {
                places.acquire();
                load.writes(i % PEOPLE, i % CHANNELS, "!wait");
            }
            places.acquire(IN_FLIGHT);
        });
    }

    /** Many servers at once: what they take, and whether others on another platform notice. */
    private static void servers(Results results) throws Exception {
        try (var bot = new BenchBot();
                var load = new DiscordLoad(1)) {
            bot.load(PluginJar.compile("trial", """
                    @ChatPlugin
                    final class Trial {
                        @Command(name = "free", help = "Changes nothing.", repeatable = true)
                        String free() {
                            return "free";
                        }
                    }
                    """), "1.0.0");
            load.addServers(SERVERS, MEMBERS);
            var before = heap();
            var isOver = new AtomicBoolean();
            var slowest = new AtomicLong();
            var others = Thread.ofPlatform().start(() -> beat(bot, isOver, slowest));
            try {
                long begun = System.nanoTime();
                bot.connect(load.connector(bot.part(Offers.class)));
                results.note("2,500 servers of 200 members, ready after", (System.nanoTime() - begun) / 1e9, "s");
            } finally {
                isOver.set(true);
                others.join();
            }
            results.atMost("meanwhile on another platform, slowest answer", slowest.get() / 1e6, 100, "ms");
            load.writesIn(SERVERS, "!free");
            load.answer();
            results.atMost("they take of the heap", (heap() - before) / MEBIBYTE, 300, "MiB");
        }
    }

    private static void beat(BenchBot bot, AtomicBoolean isOver, AtomicLong slowest) {
        for (int i = 0; !isOver.get(); i++) {
            long published = System.nanoTime();
            bot.publish(new MessageReceived(bot.connector().message("user" + i % PEOPLE, "!free")))
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            var took = System.nanoTime() - published;
            slowest.accumulateAndGet(took, Math::max);
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BEAT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
