package io.bellhop.core.bench;

import io.bellhop.api.chat.Text;
import io.bellhop.api.event.MessageReceived;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** Programs, from the command to the reply, through a whole bot with the code plugin as it is shipped. */
final class CodeBenchmark implements Benchmark {
    private static final int WARM_UP = 10_000;
    private static final int ONE = 500;
    private static final int MANY = 3_000;
    private static final int WINDOW = 16;
    private static final int PEOPLE = 200;
    private static final int ALL_AT_ONCE = 100;
    private static final int IN_A_ROW = 10_000;
    private static final int COMPILED = 60;
    static final Duration SPACE = Duration.ofSeconds(1);
    private static final String YAML = "plugins: { code: { concurrency: 2, queue: 200 } }";

    private final String part;
    private final Measure measure;

    private CodeBenchmark(String part, Measure measure) {
        this.part = part;
        this.measure = measure;
    }

    /** Measures something, of a bot that has just begun. */
    private interface Measure {
        void of(Results results, Client client) throws Exception;
    }

    /** Makes the parts, of which each can be run by itself. */
    static List<Benchmark> parts() {
        return List.of(
                new CodeBenchmark("python", CodeBenchmark::python),
                new CodeBenchmark("node", CodeBenchmark::node),
                new CodeBenchmark("compiled", CodeBenchmark::compiled),
                new CodeBenchmark("embedded", CodeBenchmark::embedded),
                new CodeBenchmark("load", CodeBenchmark::load));
    }

    @Override
    public String name() {
        return "code-" + part;
    }

    @Override
    public void run(Results results) throws Exception {
        try (var bot = new BenchBot(YAML)) {
            bot.load(shipped());
            measure.of(results, new Client(bot));
        }
    }

    private static void python(Results results, Client client) throws Exception {
        IntFunction<String> program = i -> block("python", "print(1)");
        client.together(WARM_UP, WINDOW, program);
        var bare = barePython(results);
        var alone = client.alone(ONE, program).percentile(50);
        results.atMost("python print(1), p50", alone, 6, "ms");
        results.atMost("the same, for each ms of bare python3", alone / bare.millis(), 0.67, "ms");
        var apart = client.spaced(ONE / 10, program).percentile(50);
        results.note("python, a second apart, p50", apart, "ms");
        results.atMost("the same, for each ms of bare python3", apart / bare.apartMillis(), 0.67, "ms");
        var before = Processors.busyMillis(); // sandboxes are no children of this process alone
        var effort = Effort.of(MANY, () -> client.together(MANY, WINDOW, program));
        results.atLeast("python print(1), 16 outstanding", effort.perSecond(), 350, "/s");
        results.atLeast("the same, for each bare python3", effort.perSecond() / bare.perSecond(), 1.7, "");
        var cpu = (double) (Processors.busyMillis() - before) / MANY;
        results.atMost("python print(1), CPU of each", cpu, 7, "ms");
        results.atMost("the same, for each ms of bare python3", cpu / bare.cpuMillis(), 0.78, "ms");
        results.note("the bot's own part of that", effort.cpuMicros() / 1e3, "ms");
    }

    private static void node(Results results, Client client) throws Exception {
        IntFunction<String> program = i -> block("node", "console.log(1)");
        client.together(WARM_UP, WINDOW, i -> block("python", "print(1)")); // the bot's own code is the same
        client.spaced(ONE / 20, program);
        var bare = Bare.measured(results, "node", List.of("/usr/bin/node", "-e", "console.log(1)"));
        var apart = client.spaced(ONE / 10, program).percentile(50);
        results.atMost("node console.log(1), a second apart, p50", apart, 7, "ms");
        results.atMost("the same, for each ms of bare node", apart / bare.apartMillis(), 0.19, "ms");
        results.note(
                "node, at once after each other, p50",
                client.alone(ONE / 5, program).percentile(50),
                "ms");
    }

    private static void compiled(Results results, Client client) throws Exception {
        IntFunction<String> each = i -> block("c", "#include <stdio.h>\nint main(void) { printf(\"" + i + "\\n\"); }");
        client.alone(COMPILED / 4, i -> each.apply(-i));
        var bare = barePython(results);
        var compiled = client.alone(COMPILED, each).percentile(50);
        results.atMost("C, compiled and run, p50", compiled, 45, "ms");
        results.atMost("the same, for each ms of bare python3", compiled / bare.millis(), 5, "ms");
        var again = client.alone(ONE / 5, i -> each.apply(1)).percentile(50);
        results.atMost("C again, p50", again, 12, "ms");
        results.atMost("the same, for each ms of bare python3", again / bare.millis(), 1.33, "ms");
    }

    private static void embedded(Results results, Client client) throws Exception {
        IntFunction<String> program = i -> block("js", "console.log(1)");
        client.together(WARM_UP, WINDOW, program);
        results.atMost("embedded js, p50", client.alone(ONE, program).percentile(50), 5, "ms");
        var effort = Effort.of(MANY, () -> client.together(MANY, WINDOW, program));
        results.atLeast("embedded js, 16 outstanding", effort.perSecond(), 250, "/s");
        results.note("embedded js, CPU of each", effort.cpuMicros() / 1e3, "ms");
    }

    private static void load(Results results, Client client) throws Exception {
        IntFunction<String> program = i -> block("python", "print(1)");
        client.together(WARM_UP, WINDOW, program);
        var effort = Effort.of(ALL_AT_ONCE, () -> client.together(ALL_AT_ONCE, ALL_AT_ONCE, program));
        results.note("100 jobs at once, until the last reply", effort.wallNanos() / 1e6, "ms");
        var before = Leftovers.now();
        client.together(IN_A_ROW, WINDOW, program);
        Thread.sleep(Duration.ofSeconds(2)); // sandboxes are ended after the reply
        var left = Leftovers.now().since(before);
        results.atMost("10,000 in a row, processes left", (double) left.processes(), 0, "");
        results.atMost("10,000 in a row, files left", (double) left.files(), 0, "");
        results.atMost("10,000 in a row, control groups left", (double) left.groups(), 0, "");
        results.atMost("10,000 in a row, mounts left", (double) left.mounts(), 0, "");
        results.atMost("10,000 in a row, file handles left", (double) left.handles(), 0, "");
    }

    private static Bare barePython(Results results) throws Exception {
        return Bare.measured(results, "python3", List.of("/usr/bin/python3", "-c", "print(1)"));
    }

    private static int start(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static String block(String language, String program) {
        return "!run " + language + "\n```\n" + program + "\n```";
    }

    /** The plugin's JAR, which the launcher builds if it is not there or old. */
    private static Path shipped() throws IOException, InterruptedException {
        var dist = Path.of(System.getProperty("bellhop.dist"));
        try (var home = Folder.temporary()) {
            start(
                    dist.resolve("../../../run.sh").normalize().toString(),
                    "--home",
                    home.path().toString(),
                    "doctor");
        }
        return dist.resolve("plugins/code.jar");
    }

    /**
     * People who run programs.
     *
     * @param bot who runs them
     */
    private record Client(BenchBot bot) {
        /** Runs so many, one after the other, with time between them in which what is used once is made anew. */
        Latencies spaced(int count, IntFunction<String> program) throws InterruptedException {
            return alone(count, program, SPACE);
        }

        /** Runs so many, one after the other. */
        Latencies alone(int count, IntFunction<String> program) throws InterruptedException {
            return alone(count, program, Duration.ZERO);
        }

        private Latencies alone(int count, IntFunction<String> program, Duration space) throws InterruptedException {
            var latencies = new Latencies(count);
            for (var i = 0; i < count; i++) {
                var before = bot.connector().replies();
                var begun = System.nanoTime();
                send(i, program);
                bot.connector().awaitReplies(before + 1);
                latencies.add(System.nanoTime() - begun);
                Thread.sleep(space);
            }
            mustHaveRun();
            return latencies;
        }

        /** Runs so many, with so many outstanding at most. */
        void together(int count, int window, IntFunction<String> program) {
            var before = bot.connector().replies();
            for (var i = 0; i < count; i++) {
                bot.connector().awaitReplies(before + i - window + 1);
                send(i, program);
            }
            bot.connector().awaitReplies(before + count);
            mustHaveRun();
        }

        /** Fails if the latest reply was a refusal, which would be fast, but shows no output. */
        private void mustHaveRun() {
            var text = bot.connector().latest().text();
            if (text.nodes().stream().noneMatch(Text.Fence.class::isInstance)) {
                throw new IllegalStateException("No program was run: " + text);
            }
        }

        private void send(int number, IntFunction<String> program) {
            bot.publish(new MessageReceived(bot.connector().message("user" + number % PEOPLE, program.apply(number))));
        }
    }
}
