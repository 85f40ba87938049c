package io.bellhop.core.telemetry.trace;

import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.Redaction;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;

/** A span for the invocation and one for each of its stages. */
final class OpenTelemetryTrace implements InvocationTrace {
    private final Tracer tracer;
    private final Span invocation;
    private final Context context;
    private Span stage;
    private boolean isEnded;

    OpenTelemetryTrace(Tracer tracer, InvocationFields fields, Instant received, Instant admitting) {
        this.tracer = tracer;
        this.invocation = tracer.spanBuilder("command " + fields.command())
                .setNoParent()
                .setStartTimestamp(received)
                .startSpan();
        fields.asMap().forEach((name, value) -> invocation.setAttribute("bellhop." + name, value));
        this.context = Context.root().with(invocation);
        begin(Stage.RECEIVE, received).end(admitting);
        this.stage = begin(Stage.ADMIT, admitting);
    }

    private Span begin(Stage first, Instant at) {
        return tracer.spanBuilder(first.spanName())
                .setParent(context)
                .setStartTimestamp(at)
                .startSpan();
    }

    @Override
    public synchronized void stage(Stage next) {
        if (!isEnded) {
            stage.end();
            stage = tracer.spanBuilder(next.spanName()).setParent(context).startSpan();
        }
    }

    @Override
    public synchronized void failed(Throwable failure) {
        String message = Redaction.of(String.valueOf(failure.getMessage()));
        mark(stage, failure, message);
        mark(invocation, failure, message);
    }

    private static void mark(Span span, Throwable failure, String message) {
        span.setStatus(StatusCode.ERROR, message);
        span.setAttribute("error.type", failure.getClass().getName());
    }

    @Override
    public synchronized void end() {
        if (!isEnded) {
            isEnded = true;
            stage.end();
            invocation.end();
        }
    }
}
