package io.bellhop.core.command.run;

import io.bellhop.core.command.ask.Forms;
import io.bellhop.core.command.guard.ApprovalGate;
import io.bellhop.core.command.guard.InvocationAudit;
import io.bellhop.core.command.guard.Middlewares;
import io.bellhop.core.command.settings.CommandSettings;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.telemetry.meter.Meters;
import io.bellhop.core.telemetry.trace.Tracing;
import jakarta.inject.Inject;

/**
 * What all invocations share.
 *
 * @param time clocks and timers
 * @param settings what is set for commands
 * @param middlewares what plugins put around each
 * @param forms makes their questions
 * @param faults hears of those that are a plugin's fault
 * @param audit takes them down
 * @param approvals stops those that need approval
 * @param meters counts them
 * @param tracing follows them
 */
public record InvocationContext(
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
    public InvocationContext {}
}
