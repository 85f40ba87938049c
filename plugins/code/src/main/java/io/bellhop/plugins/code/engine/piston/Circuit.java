package io.bellhop.plugins.code.engine.piston;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server is given jobs. It opens when the server fails, and closes when a look finds it well again; the
 * pauses before these looks grow. Safe for use from any thread.
 */
final class Circuit {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    /** A job can make a server fail once; who sends such jobs should not take the server from all others. */
    private static final int PATIENCE = 3;

    private @Nullable String trouble = "was not looked at yet";
    private int failures;
    private int falters;

    /** Whether all that is wrong is that one connection to it broke. */
    private boolean isDoubtful;

    synchronized boolean isClosed() {
        return trouble == null;
    }

    /** {@return whether it did well lately} */
    synchronized boolean isProven() {
        return isClosed() && failures == 0 && falters == 0;
    }

    /** {@return whether it is left alone for no more than one connection that broke} */
    synchronized boolean isDoubtful() {
        return !isClosed() && isDoubtful;
    }

    /** {@return what is wrong, a clause about the server} */
    synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** A look found it well. Having been well from one look to the next, it is as good as new. */
    synchronized void looked() {
        if (isClosed()) {
            failures = 0;
        }
        trouble = null;
    }

    /** It answered a job. */
    synchronized void worked() {
        trouble = null;
        failures = 0;
        falters = 0;
    }

    /**
     * It failed.
     *
     * @param failure how
     * @return how long to leave it alone before it is looked at again; empty if it goes on
     */
    synchronized Optional<Duration> failed(ServerFailure failure) {
        if (failure.kind() == ServerFailure.Kind.FALTERING && ++falters < PATIENCE) {
            return Optional.empty();
        }
        falters = 0;
        isDoubtful = failure.kind() == ServerFailure.Kind.LOST && failures == 0;
        trouble = failure.getMessage();
        return Optional.of(failure.rest().orElseGet(this::pause));
    }

    private Duration pause() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
