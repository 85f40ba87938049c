package io.bellhop.core.bench;

import io.bellhop.api.event.MessageReceived;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What it costs that a command is on the disk before it runs, and its reply before it leaves. */
final class JournalBenchmark implements Benchmark {
    private static final int PEOPLE = 4_000;
    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 80_000;
    private static final int REPETITIONS = 4;
    private static final int SAMPLES = 1_000;
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1) / 500;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public void run(Results results) throws Exception {
        try (var bot = new BenchBot("pool:\n  queue: 4000\n")) {
            bot.load(PluginJar.compile("trial", """
                    @ChatPlugin
                    final class Trial {
                        @Command(name = "safe", help = "Is journalled.")
                        String safe(@Arg String word) {
                            return word;
                        }

                        @Command(name = "free", help = "Is not.", repeatable = true)
                        String free(@Arg String word) {
                            return word;
                        }
                    }
                    """), "1.0.0");
            var safe = events(bot, "!safe word");
            var free = events(bot, "!free word");
            flood(bot, free, 500, WARM_UP);
            flood(bot, safe, 1024, WARM_UP);
            bot.settle();
            throughput(bot, safe, results, 64, 40_000, 20);
            throughput(bot, safe, results, 1024, 100_000, 10);
            settle(bot, safe, results);
            compare(results, "one at a time", oneByOne(bot, free), oneByOne(bot, safe));
            compare(results, "500/s", steadily(bot, free), steadily(bot, safe));
        }
    }

    private static MessageReceived[] events(BenchBot bot, String text) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> new MessageReceived(bot.connector().message("user" + i, text)))
                .toArray(MessageReceived[]::new);
    }

    private static void throughput(
            BenchBot bot, MessageReceived[] events, Results results, int inFlight, double least, double mostCpu)
            throws Exception {
        var best = measured(bot, events, inFlight);
        for (int i = 1; i < REPETITIONS; i++) {
            var again = measured(bot, events, inFlight);
            best = again.wallNanos() < best.wallNanos() ? again : best;
        }
        results.atLeast(inFlight + " in flight", best.perSecond(), least, "/s");
        results.atMost(inFlight + " in flight, CPU of each", best.cpuMicros(), mostCpu, "us");
    }

    private static Effort measured(BenchBot bot, MessageReceived[] events, int inFlight) throws Exception {
        var effort = Effort.of(MEASURED, () -> flood(bot, events, inFlight, MEASURED));
        bot.settle();
        return effort;
    }

    private static void flood(BenchBot bot, MessageReceived[] events, int inFlight, int count)
            throws InterruptedException {
        var places = new Semaphore(inFlight);
        for (int i = 0; i < count; i++) {
            places.acquire();
            var _ = bot.publish(events[i % events.length]).whenComplete((done, failure) -> places.release());
        }
        places.acquire(inFlight);
    }

    /** What is put off until nobody waits. */
    private static void settle(BenchBot bot, MessageReceived[] events, Results results) throws Exception {
        flood(bot, events, 1024, MEASURED);
        var effort = Effort.of(MEASURED, bot::settle);
        results.note("put off until nobody waits, CPU of each", effort.cpuMicros(), "us");
    }

    private static void compare(Results results, String how, Latencies free, Latencies safe) {
        results.note(how + ", p50", safe.percentile(50), "ms");
        results.note(how + ", p99", safe.percentile(99), "ms");
        results.atMost(how + ", p50 more than unjournalled", safe.percentile(50) - free.percentile(50), 3, "ms");
        results.atMost(how + ", p99 more than unjournalled", safe.percentile(99) - free.percentile(99), 6, "ms");
    }

    private static Latencies oneByOne(BenchBot bot, MessageReceived[] events) throws Exception {
        var latencies = new Latencies(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            long published = System.nanoTime();
            bot.publish(events[i]).toCompletableFuture().get(10, TimeUnit.SECONDS);
            latencies.add(System.nanoTime() - published);
        }
        return latencies;
    }

    private static Latencies steadily(BenchBot bot, MessageReceived[] events) throws InterruptedException {
        var latencies = new Latencies(SAMPLES);
        var done = new Semaphore(0);
        long next = System.nanoTime();
        for (int i = 0; i < SAMPLES; i++) {
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long due = next;
            next += INTERVAL;
            var _ = bot.publish(events[i]).whenComplete((answered, failure) -> {
                synchronized (latencies) {
                    latencies.add(System.nanoTime() - due);
                }
                done.release();
            });
        }
        done.acquire(SAMPLES);
        return latencies;
    }
}
