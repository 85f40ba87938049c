package io.bellhop.core.app;

import io.bellhop.core.telemetry.log.LogProvider;
import java.nio.file.Path;

/** Where a JVM enters: one sub-command, and the exit code that tells how it went. */
public final class Main {
    private Main() {}

    /**
     * Runs Bellhop and ends the JVM: with 0 when all went well, 2 after wrong usage or configuration, 1 otherwise.
     *
     * @param args see {@link CommandLine}
     */
    public static void main(String[] args) {
        LogProvider.choose();
        System.exit(exitCode(args));
    }

    static int exitCode(String... args) {
        try {
            return run(CommandLine.parse(Path.of(System.getProperty("bellhop.home", "bot-home")), args));
        } catch (StartRefused e) {
            System.err.println("bellhop: " + e.getMessage());
            return e.exitCode();
        }
    }

    private static int run(Options options) throws StartRefused {
        return switch (options.action()) {
            case START -> start(options);
            case DOCTOR -> Doctor.of(options.home(), dist()).report(System.out);
            case HELP -> say(CommandLine.HELP);
            case VERSION ->
                say("bellhop " + Version.current() + " (java " + System.getProperty("java.version") + ")\n");
            case BACKUP -> Saving.backup(options);
            case RESTORE -> Saving.restore(options);
        };
    }

    private static int start(Options options) throws StartRefused {
        var home = Home.open(options.home());
        try (var _ = HomeLock.take(home)) {
            ShippedPlugins.of(dist()).placeIn(home);
            return Start.run(home, options);
        }
    }

    private static int say(String text) {
        System.out.print(text);
        return 0;
    }

    private static Path dist() {
        return Path.of(System.getProperty("bellhop.dist", "."));
    }
}
