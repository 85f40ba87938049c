package io.bellhop.core.command;

import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.telemetry.Meters;
import io.bellhop.core.telemetry.Tracing;
import jakarta.inject.Inject;

/** What all invocations share. */
record InvocationContext(
        Time time,
        CommandSettings settings,
        Middlewares middlewares,
        Forms forms,
        Faults faults,
        InvocationAudit audit,
        ApprovalGate approvals,
        Meters meters,
        Tracing tracing) {
    @Inject
    InvocationContext {}
}
