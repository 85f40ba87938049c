package io.bellhop.core.telemetry.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Starts Logback without the service loader, which would open every JAR on the class path to find it and again to find
 * {@link EarlyLogging}: a tenth of a start.
 */
public final class LogProvider implements SLF4JServiceProvider {
    private final LoggerContext context = new LoggerContext();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter fields = new LogbackMDCAdapter();

    /** Called by SLF4J. */
    public LogProvider() {}

    /** Makes SLF4J take this provider. To be called before the first logger is asked for; later it does nothing. */
    public static void choose() {
        System.setProperty("slf4j.provider", LogProvider.class.getName());
        System.setProperty("slf4j.internal.verbosity", "WARN"); // else it announces its choice on stderr
    }

    @Override
    public void initialize() {
        context.setName("default");
        context.setMDCAdapter(fields);
        var early = new EarlyLogging();
        early.setContext(context);
        early.configure(context);
        context.start();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return context;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return fields;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99"; // any 2.0, as Logback's own provider says
    }
}
