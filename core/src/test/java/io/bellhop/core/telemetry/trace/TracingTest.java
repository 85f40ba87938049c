package io.bellhop.core.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.Redaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final InvocationFields FIELDS = new InvocationFields("7k3f9mzt", "ann", "lobby", "run", "code");

    private record Export(String path, String type, String key, String body) {}

    private final BlockingQueue<Export> exports = new LinkedBlockingQueue<>();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", this::take);
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] raw = exchange.getRequestBody().readAllBytes();
        boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body =
                isZipped ? new GZIPInputStream(new ByteArrayInputStream(raw)) : new ByteArrayInputStream(raw)) {
            exports.add(new Export(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("x-honeycomb-team")),
                    new String(body.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private Map<String, String> environment() {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort(),
                "OTEL_EXPORTER_OTLP_HEADERS",
                "x-honeycomb-team=hive-key");
    }

    @Test
    void exportsEveryStageByOtlpWithItsHeaders() throws InterruptedException {
        Redaction.add(new Secret("very-secret-thing"));
        try (Tracing tracing = Tracing.open(environment())) {
            InvocationTrace trace = tracing.start(FIELDS, System.nanoTime(), System.nanoTime());
            trace.stage(Stage.QUEUE);
            trace.stage(Stage.RUN);
            trace.failed(new IllegalStateException("no very-secret-thing here"));
            trace.stage(Stage.REPLY);
            trace.end();
            trace.end();
        }
        Export export = exports.poll(60, TimeUnit.SECONDS);
        assertThat(export).isNotNull();
        assertThat(export.path()).isEqualTo("/v1/traces");
        assertThat(export.type()).isEqualTo("application/x-protobuf");
        assertThat(export.key()).isEqualTo("hive-key");
        assertThat(export.body())
                .contains("command run", "receive", "admit", "queue", "run", "reply")
                .contains("7k3f9mzt", "service.name", "bellhop", "no *** here")
                .doesNotContain("very-secret-thing");
        assertThat(Redaction.of("hive-key")).isEqualTo("***");
    }

    @Test
    void closesInTimeWhenNobodyCollects() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Tracing tracing =
                    Tracing.open(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort()));
            tracing.start(FIELDS, System.nanoTime(), System.nanoTime()).end();
            long start = System.nanoTime();
            tracing.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void tracesNothingUnlessAskedTo() {
        assertThat(Tracing.open(Map.of())).isSameAs(Tracing.NONE);
        assertThat(Tracing.open(Map.of("OTEL_TRACES_EXPORTER", "none"))).isSameAs(Tracing.NONE);
        assertThat(Tracing.open(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://x", "OTEL_SDK_DISABLED", "true")))
                .isSameAs(Tracing.NONE);
        assertThat(Tracing.NONE.start(FIELDS, 0, 0)).isSameAs(InvocationTrace.NONE);
    }

    @Test
    void loadsNothingOfOpenTelemetryUnlessAskedTo() throws Exception {
        var process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xshare:auto",
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Untraced.class.getName())
                .redirectErrorStream(true)
                .start();
        String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(loaded).contains("io.bellhop.core.telemetry.trace.Tracing").doesNotContain("io.opentelemetry");
    }

    static final class Untraced {
        private Untraced() {}

        public static void main(String[] arguments) {
            try (Tracing tracing = Tracing.open(Map.of())) {
                tracing.start(FIELDS, 0, 0).end();
            }
        }
    }

    @Test
    void refusesVariablesThatCanNotBeUsed() {
        assertThatThrownBy(() -> Tracing.open(Map.of("OTEL_TRACES_EXPORTER", "carrier-pigeon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OTEL_")
                .hasMessageContaining("carrier-pigeon");
    }
}
