package io.bellhop.core.schedule;

import java.time.Instant;
import java.util.Optional;

/** Remembers when the jobs of plugins ran last. Safe for use from any thread. */
public interface JobStore {
    /** Remembers nothing. */
    JobStore NONE = new JobStore() {
        @Override
        public Optional<Instant> last(String plugin, String name, Cron cron) {
            return Optional.empty();
        }

        @Override
        public void keep(String plugin, String name, Cron cron, Instant last) {}
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
     * Notes that a job runs. Returns at once.
     *
     * @param plugin whose job it is
     * @param name names it
     * @param cron its times
     * @param last the moment
     */
    void keep(String plugin, String name, Cron cron, Instant last);
}
