package io.bellhop.core.command;

import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;

/** What all invocations share. */
record InvocationContext(
        Time time,
        CommandOptions options,
        Middlewares middlewares,
        PendingCode pendingCode,
        Faults faults,
        InvocationObserver observer) {
    @Inject
    InvocationContext {}
}
