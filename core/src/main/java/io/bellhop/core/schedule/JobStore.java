package io.bellhop.core.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembers when the jobs of plugins ran last. Safe for use from any thread. */
public interface JobStore {
    /** Remembers nothing. */
    JobStore NONE = new JobStore() {
        @Override
        public Optional<Instant> last(String plugin, String name, Cron cron) {
            return Optional.empty();
        }

        @Override
        public CompletionStage<Integer> keep(String plugin, String name, Cron cron, Instant last) {
            return CompletableFuture.completedStage(0);
        }
    };

    /**
     * Returns when a job ran last.
     *
     * @param plugin whose job it is
     * @param name names it
     * @param cron its times
     * @return the moment, or empty if it is new or its times have changed
     */
    Optional<Instant> last(String plugin, String name, Cron cron);

    /**
     * Notes that a job runs.
     *
     * @param plugin whose job it is
     * @param name names it
     * @param cron its times
     * @param last the moment
     * @return completes when that is safe
     */
    CompletionStage<Integer> keep(String plugin, String name, Cron cron, Instant last);
}
