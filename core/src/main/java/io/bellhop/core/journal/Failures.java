package io.bellhop.core.journal;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;

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
        return isUnsent(failure) || ends(failure, ".unreachable") || ends(failure, ".stopped");
    }

    /** Tells whether nothing went out, so that to send it now repeats nothing. */
    static boolean isUnsent(Throwable failure) {
        return ends(failure, ".away");
    }

    private static boolean ends(Throwable failure, String code) {
        return cause(failure) instanceof BellhopException known
                && known.kind() == ErrorKind.CONNECTOR
                && known.code().endsWith(code);
    }

    /**
     * Logs that a reply did not reach its user. What a platform refuses for a known reason needs no stack trace.
     *
     * @param log the log
     * @param ref of the invocation
     * @param failure how it failed
     */
    public static void tell(Logger log, String ref, Throwable failure) {
        var cause = cause(failure);
        if (cause instanceof BellhopException known) {
            log.warn("a reply of invocation {} was not delivered: {} ({})", ref, known.getMessage(), known.code());
        } else {
            log.error("a reply of invocation {} was not delivered", ref, cause);
        }
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
