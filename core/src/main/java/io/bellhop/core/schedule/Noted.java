package io.bellhop.core.schedule;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done once it is safely noted that it is done. */
final class Noted {
    static final CompletionStage<Runnable> NOTHING = CompletableFuture.completedStage(() -> {});

    private static final Logger log = LoggerFactory.getLogger(Noted.class);

    private Noted() {}

    /** Where it can't be noted it is done all the same: until a restart nobody will do it again. */
    static CompletionStage<Runnable> then(CompletionStage<?> noted, Supplier<String> what, Runnable next) {
        return noted.handle((done, failure) -> {
            if (failure != null) {
                log.error("{} may happen again after a restart", what.get(), failure);
            }
            return next;
        });
    }
}
