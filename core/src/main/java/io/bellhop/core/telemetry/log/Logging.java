package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.bellhop.core.telemetry.log.LogOptions.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The process's logs, on stderr and in {@code bellhop.log}, which rolls over into at most nine older files of 10 MB.
 * Every line is redacted, and nothing that is logged can forge another line.
 */
public final class Logging implements AutoCloseable {
    private static final List<String> NOISY = List.of("net.dv8tion", "org.pf4j", "okhttp3", "io.opentelemetry");

    private final LoggerContext context;

    private Logging(LoggerContext context) {
        this.context = context;
    }

    /**
     * Begins to log in earnest.
     *
     * @param logs the folder; made if it is not there
     * @param options in what form, and how much
     * @param least the least that stderr shows of it, so that a prompt there stays readable
     * @return to be closed last of all
     * @throws IOException if the folder can't be written
     */
    public static Logging open(Path logs, LogOptions options, org.slf4j.event.Level least) throws IOException {
        Files.createDirectories(logs);
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Appender<ILoggingEvent> file = LogTargets.file(context, encoder(options, false), logs);
        if (!file.isStarted()) {
            throw new IOException("Can't write logs to " + logs);
        }
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(LogTargets.stderr(context, encoder(options, isTerminal()), Level.convertAnSLF4JLevel(least)));
        root.addAppender(file);
        setLevels(context, Level.convertAnSLF4JLevel(options.level()));
        return new Logging(context);
    }

    private static void setLevels(LoggerContext context, Level level) {
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(level);
        Level quiet = level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN;
        NOISY.forEach(name -> context.getLogger(name).setLevel(quiet));
    }

    private static LineEncoder encoder(LogOptions options, boolean colours) {
        return options.format() == Format.JSON ? new JsonEncoder() : new TextEncoder(colours);
    }

    /** Looks at stderr alone: the JDK can only tell whether stdin and stdout are both terminals. */
    private static boolean isTerminal() {
        if (System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/dev/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException _) {
            return false; // a platform that does not tell gets no colours
        }
    }

    /** Writes out what is left, and goes back to warnings on stderr. */
    @Override
    public void close() {
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
        new EarlyLogging().configure(context);
    }
}
