package io.bellhop.core.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import io.bellhop.api.event.MessageReceived;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** A plugin's upgrade, again and again: how long until the new one serves, and what stays behind. */
final class UpgradeBenchmark implements Benchmark {
    private static final int WARM_UP = 100;
    private static final int MEASURED = 1_000;
    private static final double MEGA = 1e6;
    /** What the JVM itself still learns about hot methods; a thousand loaders that stay would be 40 MB. */
    private static final double FLAT_METASPACE = 3;

    private static final Pattern LOADERS =
            Pattern.compile("\\s(\\d+)\\s+\\d+\\s+io\\.bellhop\\.core\\.[a-z.]*JarClassLoader");

    private static final String PLUGIN = """
            @ChatPlugin
            final class Trial {
                private final java.time.Clock clock;
                private int heard;

                @Inject
                Trial(java.time.Clock clock, Scheduler scheduler) {
                    this.clock = clock;
                    scheduler.every(java.time.Duration.ofMillis(100), this::hear);
                }

                @Command(name = "trial", help = "Tells the time.")
                String trial(@Flag int game, @Arg String word) {
                    return word + clock.instant();
                }

                @Subscribe
                void on(MessageReceived message) {
                    hear();
                }

                private void hear() {
                    heard++;
                }
            }
            """;

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public void run(Results results) throws Exception {
        try (var bot = new BenchBot()) {
            var jar = PluginJar.compile("trial", PLUGIN);
            upgrade(bot, jar, 0, WARM_UP);
            double metaspace = metaspace();
            long handles = handles();
            var latencies = upgrade(bot, jar, WARM_UP, MEASURED);
            results.atMost("settled JAR to serving, p50", latencies.percentile(50), 20, "ms");
            results.atMost("settled JAR to serving, p99", latencies.percentile(99), 60, "ms");
            results.atMost("replaced loaders alive after a full GC", (double) (loaders() - 1), 0, "");
            results.atMost("metaspace more after 1,000", metaspace() - metaspace, FLAT_METASPACE, "MB");
            results.atMost("file handles more after 1,000", (double) (handles() - handles), 0, "");
        }
    }

    private static Latencies upgrade(BenchBot bot, PluginJar jar, int from, int count) throws Exception {
        var latencies = new Latencies(count);
        var event = new MessageReceived(bot.connector().message("ann", "!trial -game 1 word"));
        for (int i = from; i < from + count; i++) {
            latencies.add(bot.load(jar, "1.0." + i));
            bot.publish(event).toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
        return latencies;
    }

    /** Counts the plugins' class loaders that a full GC leaves: the histogram begins with one. */
    private static long loaders() throws JMException {
        var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        var found = LOADERS.matcher(histogram);
        if (!found.find()) {
            throw new IllegalStateException("not even the plugin that runs has a loader");
        }
        return Long.parseLong(found.group(1));
    }

    private static double metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToDouble(usage -> usage.getUsed() / MEGA)
                .sum();
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }
}
