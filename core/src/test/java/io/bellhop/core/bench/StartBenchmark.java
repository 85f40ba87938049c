package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A start through run.sh, as a user sees it: its second and later ones, in a home of its own. */
final class StartBenchmark implements Benchmark {
    private static final int REPETITIONS = 15;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final double KILO = 1e3;
    private static final String PROGRAM = """
            !run js
            ```js
            console.log(6*7)
            ```
            """;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Results results) throws Exception {
        try (var home = Folder.temporary()) {
            once(home.path(), "!ping\n", "pong");
            var pong = new Latencies(REPETITIONS);
            var exit = new Latencies(REPETITIONS);
            var code = new Latencies(REPETITIONS);
            for (int i = 0; i < REPETITIONS; i++) {
                var times = once(home.path(), "!ping\n", "pong");
                pong.add(times.reply());
                exit.add(times.exit());
                code.add(once(home.path(), PROGRAM, "42").reply());
            }
            results.atMost("run.sh to pong, p50", pong.percentile(50) / KILO, 0.6, "s");
            results.atMost("end of a pipe: last reply to exit, p50", exit.percentile(50) / KILO, 0.3, "s");
            results.atMost("run.sh to the first !run js, p50", code.percentile(50) / KILO, 1.3, "s");
            stay(home.path(), results);
        }
    }

    /** How long a process took to its reply, and from there to its end, in nanoseconds. */
    private record Times(long reply, long exit) {}

    private static Times once(Path home, String input, String reply) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var process = start(home);
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        await(process, reply);
        long replied = System.nanoTime();
        process.waitFor();
        return new Times(replied - begun, System.nanoTime() - replied);
    }

    private static void stay(Path home, Results results) throws IOException, InterruptedException {
        var cpu = new Latencies(REPETITIONS);
        for (int i = 1; i < REPETITIONS; i++) {
            cpu.add(stay(home, Duration.ZERO, results));
        }
        cpu.add(stay(home, IDLE, results));
        results.atMost("run.sh to pong, CPU, p50", cpu.percentile(50) / KILO, 1, "s");
    }

    /** Keeps the input open; returns the processor's time until the reply. */
    private static long stay(Path home, Duration idle, Results results) throws IOException, InterruptedException {
        var process = start(home);
        try (var in = process.outputWriter()) {
            in.write("!ping\n");
            in.flush();
            await(process, "pong");
            long cpu = process.info().totalCpuDuration().orElseThrow().toNanos();
            if (idle.isPositive()) {
                Thread.sleep(idle);
                results.atMost("resident memory when idle", resident(process.pid()), 130, "MB");
            }
            return cpu;
        } finally {
            process.waitFor();
        }
    }

    private static Process start(Path home) throws IOException {
        var runSh = Path.of(System.getProperty("bellhop.dist")).resolve("../../../run.sh");
        return new ProcessBuilder(runSh.normalize().toString(), "--home", home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(Process process, String reply) throws IOException {
        var line = process.inputReader().readLine();
        if (!reply.equals(line)) {
            throw new IOException("the bot said " + line + " instead of " + reply);
        }
    }

    private static double resident(long pid) throws IOException {
        try (var status = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            var line =
                    status.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / KILO;
        }
    }
}
