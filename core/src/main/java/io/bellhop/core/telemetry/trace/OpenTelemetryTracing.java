package io.bellhop.core.telemetry.trace;

import io.bellhop.api.plugin.Secret;
import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.Redaction;
import io.bellhop.core.telemetry.log.JulHandler;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Traces through OpenTelemetry's SDK. */
final class OpenTelemetryTracing implements Tracing {
    private static final long FLUSH_SECONDS = 2;
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "bellhop",
            "otel.exporter.otlp.protocol", "http/protobuf",
            // spans only, unless asked for: counters have a registry of their own
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    private static final Logger LIBRARY = JulHandler.takeOver("io.opentelemetry");

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    private OpenTelemetryTracing(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.tracer = sdk.getTracer("io.bellhop");
    }

    static Tracing open(Map<String, String> environment) {
        redactHeaders(environment);
        LIBRARY.setLevel(Level.WARNING);
        Map<String, String> properties = properties(environment);
        try {
            return new OpenTelemetryTracing(AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> DEFAULTS)
                    .addPropertiesCustomizer(_ -> properties)
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk());
        } catch (ConfigurationException | IllegalArgumentException e) {
            String why = Redaction.of(String.valueOf(e.getMessage()));
            throw new IllegalArgumentException("The OTEL_ variables can't be used: " + why, e);
        }
    }

    /** They carry keys, such as Honeycomb's. */
    private static void redactHeaders(Map<String, String> environment) {
        Stream.of("OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS")
                .map(variable -> environment.getOrDefault(variable, ""))
                .flatMap(headers -> Stream.of(headers.split(",")))
                .map(header -> header.substring(header.indexOf('=') + 1))
                .forEach(value -> Redaction.add(new Secret(value)));
    }

    private static Map<String, String> properties(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("OTEL_"))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT).replace('_', '.'), Map.Entry::getValue));
    }

    @Override
    public InvocationTrace start(InvocationFields fields, long receivedNanos, long admittingNanos) {
        Instant received = Instant.now().minusNanos(System.nanoTime() - receivedNanos);
        Instant admitting = received.plusNanos(admittingNanos - receivedNanos);
        return new OpenTelemetryTrace(tracer, fields, received, admitting);
    }

    @Override
    public void close() {
        sdk.shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
    }
}
