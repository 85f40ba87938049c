package io.bellhop.core.command;

import io.bellhop.api.command.Invocation;
import org.jspecify.annotations.Nullable;

/** Watches invocations for logs, traces and counters. Called on the hot path: each call returns at once. */
public interface InvocationObserver {
    /**
     * An invocation was admitted and waits for a thread.
     *
     * @param invocation what will run
     */
    void admitted(Invocation invocation);

    /**
     * An invocation begins, on the calling thread.
     *
     * @param invocation what runs
     */
    void begun(Invocation invocation);

    /**
     * The calling thread leaves an invocation, which may go on elsewhere.
     *
     * @param invocation what ran
     */
    void left(Invocation invocation);

    /**
     * An invocation has ended; its last reply was handed to the connector.
     *
     * @param invocation what ended
     * @param failure why it ended badly, or null
     */
    void ended(Invocation invocation, @Nullable Throwable failure);

    /**
     * Something was refused before it became an invocation.
     *
     * @param code why, such as {@code command.unknown}
     */
    void refused(String code);
}
