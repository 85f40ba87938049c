package io.bellhop.plugins.code.engine.sandbox.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the kernel tells of processes that it killed for their memory, to those who may read its log. */
final class KernelLog {
    private KernelLog() {}

    /** Returns the name of the last process that was killed in a control group. */
    static Optional<String> killed(String group) {
        try {
            var reading = new ProcessBuilder("/bin/dmesg").redirectErrorStream(true);
            reading.environment().clear();
            var process = reading.start();
            process.getOutputStream().close();
            return killed(group, new String(process.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<String> killed(String group, String log) {
        var line = Pattern.compile("oom-kill:.*,task_memcg=\\S*/" + Pattern.quote(group) + ",task=(.*),pid=\\d+,uid=");
        return line.matcher(log).results().reduce((_, later) -> later).map(found -> found.group(1));
    }
}
