package io.bellhop.core.journal;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.concurrent.CompletionException;

/** Tells apart what a connector may do later and what it never will. */
public final class Failures {
    private Failures() {}

    /**
     * Tells whether the platform may do the same later.
     *
     * @param failure how it failed
     * @return true if it can't be reached now
     */
    public static boolean isPassing(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof BellhopException known
                && known.kind() == ErrorKind.CONNECTOR
                && (known.code().endsWith(".unreachable") || known.code().endsWith(".stopped"));
    }
}
