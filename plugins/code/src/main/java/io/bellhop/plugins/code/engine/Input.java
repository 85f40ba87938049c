package io.bellhop.plugins.code.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where a program's input comes from that it was not given before. */
@FunctionalInterface
public interface Input {
    /** How long a program may wait for answers, all together; then its input ends. */
    Duration LONGEST = Duration.ofMinutes(2);

    /**
     * Asks for more. Called when the program waits for it and has read all that there was. Returns at once.
     *
     * @return completes with what the program reads next, or empty if there is no more; cancelled by the engine if the
     *     program needs it no longer, and completed as empty if it comes too late
     */
    CompletableFuture<Optional<String>> next();
}
