package io.bellhop.core.command.guard;

import io.bellhop.api.error.BellhopException;

/** A middleware let a command not run: whatever its reason, that is no fault of the command's own plugin. */
public final class MiddlewareRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the user is told. */
    private final BellhopException reason;

    MiddlewareRefusal(BellhopException reason) {
        super(reason.getMessage(), reason, false, false);
        this.reason = reason;
    }

    /**
     * Returns what the user is told.
     *
     * @return the reason
     */
    public BellhopException reason() {
        return reason;
    }
}
