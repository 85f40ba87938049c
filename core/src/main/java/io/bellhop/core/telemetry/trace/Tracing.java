package io.bellhop.core.telemetry.trace;

import io.bellhop.core.telemetry.InvocationFields;
import java.util.Map;

/**
 * Makes the traces of invocations, if OpenTelemetry's variables say where to send them. Safe for use from any thread.
 */
public interface Tracing extends AutoCloseable {
    /** Traces nothing and costs nothing. */
    Tracing NONE = new Tracing() {
        @Override
        public InvocationTrace start(InvocationFields fields, long receivedNanos, long admittingNanos) {
            return InvocationTrace.NONE;
        }

        @Override
        public void close() {}
    };

    /**
     * Reads OpenTelemetry's standard variables. Without {@code OTEL_EXPORTER_OTLP_ENDPOINT},
     * {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT} or {@code OTEL_TRACES_EXPORTER} nothing is traced, and none of
     * OpenTelemetry is loaded.
     *
     * @param environment the environment's variables
     * @return traces, to be closed after the last invocation
     * @throws IllegalArgumentException if a variable's value can't be used
     */
    static Tracing open(Map<String, String> environment) {
        return isWanted(environment) ? OpenTelemetryTracing.open(environment) : NONE;
    }

    private static boolean isWanted(Map<String, String> environment) {
        boolean isOff = "true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"))
                || "none".equals(environment.get("OTEL_TRACES_EXPORTER"));
        return !isOff
                && (isSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
                        || isSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
                        || isSet(environment, "OTEL_TRACES_EXPORTER"));
    }

    private static boolean isSet(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    /**
     * Starts the trace of an invocation that was admitted, in its stage {@link Stage#ADMIT}; the one before is over.
     *
     * @param fields what it tells
     * @param receivedNanos {@link System#nanoTime} when its message came
     * @param admittingNanos {@link System#nanoTime} when admission began
     * @return the trace, to be ended
     */
    InvocationTrace start(InvocationFields fields, long receivedNanos, long admittingNanos);

    /** Sends what is left, for at most 2 seconds. */
    @Override
    void close();
}
