package io.bellhop.core.audit;

import io.bellhop.core.config.Durations;
import io.bellhop.core.event.Time;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts off rows that are older than the owner wants them kept. The hash of the last of them stays, as the checkpoint
 * that the rest goes on from, and a row of the chain itself says so; no cut but one that was written down verifies.
 */
@Singleton
public final class Retention {
    static final String ACTION = "audit cut";

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofDays(1);
    /** A wall clock that went on by so much more than the other one was set, and may be set back. */
    private static final Duration LEAP = Duration.ofHours(12);
    /** The ledger has others to serve. */
    private static final int MOST_AT_ONCE = 1_000;

    private final CoreDatabase core;
    private final Ledger ledger;
    private final Settling settling;
    private final Notebook notebook;
    private final Time time;
    private final Duration keep;

    @Inject
    Retention(CoreDatabase core, Ledger ledger, Settling settling, Notebook notebook, Time time, AuditOptions options) {
        this.core = core;
        this.ledger = ledger;
        this.settling = settling;
        this.notebook = notebook;
        this.time = time;
        this.keep = options.keep();
    }

    /** Cuts once a day from now on. */
    public void begin() {
        after(FIRST);
    }

    private void after(Duration delay) {
        long nanos = time.nanos();
        var begun = time.clock().instant();
        time.after(delay, () -> {
            after(EVERY);
            var passed = Duration.between(begun, time.clock().instant());
            if (passed.minusNanos(time.nanos() - nanos).compareTo(LEAP) > 0) {
                log.warn("the clock has leapt ahead, so nothing is cut off the audit today");
            } else {
                tryToCut();
            }
        });
    }

    private void tryToCut() {
        try {
            cut();
        } catch (RuntimeException e) {
            log.error("the audit can't be cut; it is tried again tomorrow", e);
        }
    }

    /** Cuts what is old enough; completes when it is gone, with the number of the last row that went. */
    CompletionStage<Long> cut() {
        settling.all().toCompletableFuture().join();
        var until = time.clock().instant().minus(keep);
        var last = lastBefore(until);
        return last.isEmpty() ? CompletableFuture.completedStage(0L) : cut(last.getAsLong(), until);
    }

    /** Only rows that come before all young ones: a clock that was wrong for a while makes no hole. */
    private OptionalLong lastBefore(Instant until) {
        return core.jdbi().withHandle(handle -> {
            long first = handle.createQuery("SELECT coalesce(min(number), 0) FROM audit")
                    .mapTo(Long.class)
                    .one();
            var young = handle.createQuery("SELECT number FROM audit WHERE +at >= ? ORDER BY number LIMIT 1")
                    .bind(0, until.toEpochMilli())
                    .mapTo(Long.class)
                    .findOne();
            return young.isPresent() && first > 0 && young.get() > first
                    ? OptionalLong.of(young.get() - 1)
                    : OptionalLong.empty();
        });
    }

    private CompletionStage<Long> cut(long last, Instant until) {
        return ledger.write(writer -> {
                    if (checkpoint(writer, last)) {
                        var what = "up to " + last + ", older than " + Durations.format(keep) + " at " + until;
                        var deed = Deed.ofBot(ACTION, "core", "", "done", what);
                        notebook.write(
                                writer, List.of(Note.of(deed, time.clock().millis())));
                    }
                    return last;
                })
                .thenCompose(cut -> settling.all().thenApply(_ -> cut)) // a cut must be written down before it is made
                .thenCompose(cut -> delete(cut).thenApply(_ -> {
                    log.info("the audit was cut up to row {}", cut);
                    return cut;
                }))
                .whenComplete((cut, failure) -> {
                    if (failure != null) {
                        log.error("the audit can't be cut", failure);
                    }
                });
    }

    private static boolean checkpoint(Ledger.Writer writer, long last) throws SQLException {
        var insert = writer.prepare("INSERT INTO audit_checkpoint (number, hash)"
                + " SELECT number, hash FROM audit WHERE number = ? ON CONFLICT DO NOTHING");
        insert.setLong(1, last);
        return insert.executeUpdate() > 0;
    }

    private CompletionStage<Integer> delete(long last) {
        return ledger.write(writer -> {
                    var delete = writer.prepare("DELETE FROM audit WHERE number IN"
                            + " (SELECT number FROM audit WHERE number <= ? ORDER BY number LIMIT ?)");
                    delete.setLong(1, last);
                    delete.setInt(2, MOST_AT_ONCE);
                    return delete.executeUpdate();
                })
                .thenCompose(gone -> gone < MOST_AT_ONCE ? CompletableFuture.completedStage(gone) : delete(last));
    }
}
