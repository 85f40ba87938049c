package io.bellhop.core.audit.search;

import io.bellhop.core.audit.AuditRow;
import io.bellhop.core.audit.Details;
import java.time.Instant;

/**
 * A row as those may read it who may.
 *
 * @param number its place in the chain
 * @param time when
 * @param ref names the invocation, empty if it was none
 * @param person the pseudonym; empty for the bot itself
 * @param name what they were called; empty for the bot itself and for someone forgotten
 * @param connector the platform, or empty
 * @param space the space, or empty
 * @param channel the channel; empty if nowhere in particular, or unreadable
 * @param action what
 * @param plugin whose command
 * @param version that plugin's version
 * @param outcome how it ended
 * @param arguments with what; empty if unreadable
 * @param hash vouches for it and all before it
 */
public record Entry(
        long number,
        Instant time,
        String ref,
        String person,
        String name,
        String connector,
        String space,
        String channel,
        String action,
        String plugin,
        String version,
        String outcome,
        String arguments,
        String hash) {
    static Entry of(AuditRow row, Details details) {
        return new Entry(
                row.number(),
                Instant.ofEpochMilli(row.at()),
                row.ref(),
                row.person(),
                details.name(),
                row.connector(),
                row.space(),
                details.channel(),
                row.action(),
                row.plugin(),
                row.version(),
                row.outcome(),
                details.arguments(),
                row.hash());
    }

    /** Tells whether the person was forgotten, so that this can't be read any more. */
    boolean isForgotten() {
        return !person.isEmpty() && name.isEmpty();
    }
}
