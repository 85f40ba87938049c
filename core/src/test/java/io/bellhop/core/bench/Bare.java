package io.bellhop.core.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that is started by itself, beside which a machine's figures mean something. What starts it is a small
 * Python, since this large process would take longer to.
 *
 * @param millis how long it takes, one at once after the other
 * @param apartMillis how long it takes with a second in between, in which machines forget much
 * @param perSecond how many there are, two at a time
 * @param cpuMillis the processor's time of each of them
 */
record Bare(double millis, double apartMillis, double perSecond, double cpuMillis) {
    private static final int COUNT = 300;
    private static final int APART = 20;

    private static final String STARTER = """
            import os, sys, time
            count, space, command = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
            output = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
            for _ in range(count):
                time.sleep(space)
                begun = time.perf_counter_ns()
                status = os.waitpid(os.posix_spawn(command[0], command, os.environ, file_actions=output), 0)[1]
                print(time.perf_counter_ns() - begun if status == 0 else sys.exit('it failed'))
            """;

    /** Starts it again and again, on a machine that is quiet. */
    static Bare measured(Results results, String name, List<String> command) throws Exception {
        var alone = latencies(COUNT, started(COUNT, Duration.ZERO, command));
        var apart = latencies(APART, started(APART, CodeBenchmark.SPACE, command));
        var before = Processors.busyMillis();
        var effort = Effort.of(2 * COUNT, () -> {
            var other = started(COUNT, Duration.ZERO, command);
            latencies(COUNT, started(COUNT, Duration.ZERO, command));
            latencies(COUNT, other);
        });
        var cpu = (double) (Processors.busyMillis() - before) / effort.operations();
        var bare = new Bare(alone.percentile(50), apart.percentile(50), effort.perSecond(), cpu);
        results.note("bare " + name + ", p50", bare.millis(), "ms");
        results.note("bare " + name + ", a second apart, p50", bare.apartMillis(), "ms");
        results.note("bare " + name + ", 2 at a time", bare.perSecond(), "/s");
        results.note("bare " + name + ", CPU of each", bare.cpuMillis(), "ms");
        return bare;
    }

    private static Process started(int count, Duration space, List<String> command) throws IOException {
        var words = new ArrayList<>(List.of("/usr/bin/python3", "-c", STARTER, Integer.toString(count)));
        words.add(Double.toString(space.toMillis() / 1e3));
        words.addAll(command);
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Latencies latencies(int count, Process starter) throws IOException {
        var latencies = new Latencies(count);
        try (var lines = starter.inputReader(US_ASCII)) {
            for (var i = 0; i < count; i++) {
                latencies.add(Long.parseLong(lines.readLine()));
            }
        }
        return latencies;
    }
}
