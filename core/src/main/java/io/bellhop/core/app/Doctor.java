package io.bellhop.core.app;

import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.config.CoreConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Linker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at what the bot stands on, and says what works, what is missing and how to get it. It changes nothing. */
final class Doctor {
    private static final long MEBIBYTE = 1 << 20;
    private static final long SMALL_HEAP = 200 * MEBIBYTE;
    private static final long SMALL_DISK = 200 * MEBIBYTE;

    private final Home home;
    private final Path dist;

    private Doctor(Home home, Path dist) {
        this.home = home;
        this.dist = dist;
    }

    static Doctor of(Path home, Path dist) {
        return new Doctor(new Home(home), dist);
    }

    /** Prints every finding; returns the exit code, 1 when something essential is missing. */
    int report(PrintStream out) {
        var coloured = isTerminal() && System.getenv("NO_COLOR") == null;
        var findings = findings();
        findings.forEach(finding -> out.println(finding.line(coloured)));
        return findings.stream().anyMatch(f -> f.mark() == Finding.Mark.MISSING) ? 1 : 0;
    }

    List<Finding> findings() {
        var findings = new ArrayList<>(
                List.of(java(), heap(), folder(), disk(), config(), plugins(), cache(), scheduling(), terminal()));
        findings.addAll(DiscordFindings.of(home, System.getenv()));
        findings.addAll(PluginFindings.of(shippedJars(), () -> Configuration.load(home.config(), System.getenv())));
        return findings;
    }

    private List<Path> shippedJars() {
        try {
            return ShippedPlugins.of(dist).jars();
        } catch (IOException e) {
            return List.of(); // it is a finding of its own
        }
    }

    private static Finding java() {
        return Finding.ok("java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
    }

    private static Finding heap() {
        var most = Runtime.getRuntime().maxMemory();
        return most < SMALL_HEAP
                ? Finding.note("heap", size(most) + "; give it more with BELLHOP_JVM_OPTS=-Xmx768m")
                : Finding.ok("heap", size(most) + " at most");
    }

    private Finding folder() {
        var folder = existing(home.folder());
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return Finding.missing("home", folder + " can't be written; name another folder with --home");
        }
        var isNew = !folder.equals(home.folder());
        return Finding.ok("home", home.folder() + (isNew ? ", made at the first start" : ""));
    }

    private Finding disk() {
        try {
            var free = Files.getFileStore(existing(home.folder())).getUsableSpace();
            return free < SMALL_DISK
                    ? Finding.missing("disk", size(free) + " free; journal and logs need at least " + size(SMALL_DISK))
                    : Finding.ok("disk", size(free) + " free");
        } catch (IOException e) {
            return Finding.note("disk", "the free space is not known: " + e.getMessage());
        }
    }

    private Finding config() {
        if (Files.notExists(home.config())) {
            return Finding.ok("configuration", "bellhop.yaml is written at the first start");
        }
        try {
            Configuration.load(home.config(), System.getenv()).bind(CoreConfig.class, "");
            return Finding.ok("configuration", home.config().toString());
        } catch (ConfigurationException e) {
            return Finding.missing("configuration", String.valueOf(e.getMessage()));
        }
    }

    private Finding plugins() {
        try {
            var names = ShippedPlugins.of(dist).jars().stream()
                    .map(jar -> jar.getFileName().toString())
                    .collect(Collectors.joining(", "));
            return names.isEmpty()
                    ? Finding.note("shipped plugins", "none in " + dist + "; unpack or build Bellhop again")
                    : Finding.ok("shipped plugins", names);
        } catch (IOException e) {
            return Finding.note("shipped plugins", "can't be listed: " + e.getMessage());
        }
    }

    private Finding cache() {
        try (var caches = Files.newDirectoryStream(dist, "bellhop-*.aot")) {
            return caches.iterator().hasNext()
                    ? Finding.ok("start-up cache", "made")
                    : Finding.note(
                            "start-up cache", "none yet; it is made at the first start if " + dist + " can be written");
        } catch (IOException e) {
            return Finding.note("start-up cache", "can't be looked for: " + e.getMessage());
        }
    }

    private static Finding scheduling() {
        return Linker.nativeLinker().defaultLookup().find("sched_setscheduler").isPresent()
                ? Finding.ok("idle scheduling", "a command past its deadline gives way to others")
                : Finding.note("idle scheduling", "only on Linux; a command past its deadline slows others down");
    }

    private static Finding terminal() {
        return Finding.ok("console", isTerminal() ? "a terminal" : "a pipe or file: no colours, no prompt");
    }

    @SuppressWarnings("SystemConsoleNull") // without a terminal it is null again since Java 25
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static Path existing(Path path) {
        var parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }

    private static String size(long bytes) {
        return bytes / MEBIBYTE + " MiB";
    }
}
