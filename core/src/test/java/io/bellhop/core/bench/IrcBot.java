package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A whole bot on IRC, in a process of its own.
 *
 * @param process the process
 * @param home where it lives
 */
record IrcBot(Process process, Folder home) implements AutoCloseable {
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

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double KIBIBYTES = 1 << 10;

    /** Starts it; it comes in a while. */
    static IrcBot start(IrcServer irc) throws IOException {
        var home = Folder.temporary();
        var path = home.path();
        PluginJar.compile("bench", PLUGIN).release(Files.createDirectories(path.resolve("plugins")), "1.0.0");
        Files.writeString(path.resolve("bellhop.yaml"), irc.configuration(IrcLoad.CHANNEL));
        var runSh = Path.of(System.getProperty("bellhop.dist")).resolve("../../../run.sh");
        var process = new ProcessBuilder(runSh.normalize().toString(), "--home", path.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new IrcBot(process, home);
    }

    /** What of the processors' time it has taken. */
    long cpuNanos() {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** What of its heap is in use after all garbage is collected, in mebibytes. */
    double heap() throws IOException, InterruptedException {
        ask("GC.run");
        return USED.matcher(ask("GC.heap_info"))
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum()
                / KIBIBYTES;
    }

    /** What of it is in memory, in mebibytes; not known on every system. */
    double resident() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        var found = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
        return found.find() ? Long.parseLong(found.group(1)) / KIBIBYTES : 0;
    }

    private String ask(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        var asking = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command).start();
        var said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor();
        return said;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        home.close();
    }
}
