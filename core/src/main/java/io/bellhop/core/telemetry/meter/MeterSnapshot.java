package io.bellhop.core.telemetry.meter;

import java.time.Duration;
import java.util.Map;

/**
 * The counts since the start, to be shown.
 *
 * @param commands how many invocations ended, by how
 * @param refusals how many did not run, by why
 * @param queue how long they waited
 * @param run how long they ran
 * @param events how many events were published
 * @param loads how many plugins were loaded, upgrades among them
 * @param failedLoads how many could not be
 * @param sends how many messages went out
 * @param failedSends how many could not be sent
 */
public record MeterSnapshot(
        Map<Outcome, Long> commands,
        Map<Refusal, Long> refusals,
        Times queue,
        Times run,
        long events,
        long loads,
        long failedLoads,
        long sends,
        long failedSends) {
    /**
     * What a timer says.
     *
     * @param mean of all
     * @param max of the last minutes
     */
    public record Times(Duration mean, Duration max) {}
}
