package io.bellhop.core.bench;

import io.bellhop.api.event.MessageReceived;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Publish to reply, through all that a command goes through in the bot, with its counters on; commands that change
 * nothing.
 */
final class CommandsBenchmark implements Benchmark {
    private static final int WARM_UP = 1_000_000;
    private static final int MEASURED = 1_000_000;
    private static final int REPETITIONS = 3;
    /** As many may be under way; the plugin's queue takes a thousand. */
    private static final int WINDOW = 500;

    private static final int PEOPLE = 1_000;
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int PER_CLASS = 500;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void run(Results results) throws Exception {
        try (var bot = new BenchBot()) {
            bot.load(PluginJar.compile("trial", """
                    @ChatPlugin
                    final class Trial {
                        @Command(name = "plain", help = "Takes a word.", repeatable = true)
                        String plain(@Arg String word) {
                            return word;
                        }

                        @Command(name = "flags", help = "Takes two flags and a word.", repeatable = true)
                        String flags(@Flag int game, @Flag String type, @Arg String word) {
                            return word;
                        }
                    }
                    """), "1.0.0");
            measure(bot, results, FEW);
            bot.load(PluginJar.compile("crowd", crowd()), "1.0.0");
            measure(bot, results, MANY);
        }
    }

    private static void measure(BenchBot bot, Results results, int commands) throws Exception {
        measure(bot, results, "!plain word", "no flags, " + commands + " commands");
        measure(bot, results, "!flags -game 4 -type ft3 word", "2 flags, " + commands + " commands");
    }

    private static void measure(BenchBot bot, Results results, String text, String what) throws Exception {
        var events = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new MessageReceived(bot.connector().message("user" + i, text)))
                .toArray(MessageReceived[]::new);
        publish(bot, events, WARM_UP);
        var best = Effort.of(MEASURED, () -> publish(bot, events, MEASURED));
        for (int i = 1; i < REPETITIONS; i++) {
            var again = Effort.of(MEASURED, () -> publish(bot, events, MEASURED));
            best = again.cpuNanos() < best.cpuNanos() ? again : best;
        }
        results.atLeast(what, best.perSecond(), 400_000, "/s");
        results.atMost(what + ", CPU of each", best.cpuMicros(), 4, "us");
    }

    private static void publish(BenchBot bot, MessageReceived[] events, int count) {
        long before = bot.connector().replies();
        for (int i = 0; i < count; i++) {
            while (i - (bot.connector().replies() - before) >= WINDOW) {
                LockSupport.parkNanos(1);
            }
            bot.publish(events[i % events.length]);
        }
        while (bot.connector().replies() - before < count) {
            LockSupport.parkNanos(1);
        }
    }

    /** Commands enough to get lost among. */
    private static String crowd() {
        return IntStream.range(0, MANY / PER_CLASS)
                .mapToObj(i -> Stream.concat(
                                Stream.of("@ChatPlugin final class Crowd" + i + " {"),
                                IntStream.range(i * PER_CLASS, (i + 1) * PER_CLASS)
                                        .mapToObj(n -> "@Command(name = \"crowd%d\", help = \"Waits.\") void run%d() {}"
                                                .formatted(n, n)))
                        .collect(Collectors.joining("\n", "", "\n}\n")))
                .collect(Collectors.joining());
    }
}
