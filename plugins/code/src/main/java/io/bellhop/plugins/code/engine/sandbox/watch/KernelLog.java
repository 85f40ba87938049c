package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the kernel tells of processes that it killed for their memory, to those who may read its log. */
final class KernelLog {
    private static final Pattern TIME = Pattern.compile("^\\[ *(\\d+\\.\\d+)\\]", Pattern.MULTILINE);
    private static final double NANOS = 1e9;

    private KernelLog() {}

    /** Returns the name of the last process that was killed in a control group, if that was not longer ago. */
    static Optional<String> killed(String group, Duration ago) {
        try {
            var reading = new ProcessBuilder("/bin/dmesg").redirectErrorStream(true);
            reading.environment().clear();
            var process = reading.start();
            process.getOutputStream().close();
            return killed(group, ago, new String(process.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Counts from the log's last line, since no other clock keeps step with the one by which it is dated. */
    static Optional<String> killed(String group, Duration ago, String log) {
        var since = last(log) - ago.toNanos() / NANOS;
        var line = Pattern.compile(
                TIME + ".*oom-kill:.*,task_memcg=\\S*/" + Pattern.quote(group) + ",task=(.*),pid=\\d+,uid=",
                Pattern.MULTILINE);
        return line.matcher(log)
                .results()
                .filter(found -> Double.parseDouble(found.group(1)) >= since)
                .reduce((_, later) -> later)
                .map(found -> found.group(2));
    }

    private static double last(String log) {
        return TIME.matcher(log)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .max()
                .orElse(0);
    }
}
