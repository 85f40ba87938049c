package io.bellhop.core.journal;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.concurrent.CompletionException;

/** Tells apart what a connector may do later and what it never will. */
final class Failures {
    private Failures() {}

    /** Tells whether the platform may take the same later. */
    static boolean isPassing(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof BellhopException known
                && known.kind() == ErrorKind.CONNECTOR
                && (known.code().endsWith(".unreachable") || known.code().endsWith(".stopped"));
    }
}
