package io.bellhop.core.audit;

import io.bellhop.core.storage.CoreDatabase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jspecify.annotations.Nullable;

/** Checks the chain from its checkpoint to its end, and against the heads that were noted elsewhere. */
public final class Verification {
    private static final int PROGRESS = 50_000;
    private static final String LAST_CHECKPOINT =
            "SELECT number, hash FROM audit_checkpoint ORDER BY number DESC LIMIT 1";

    private final CoreDatabase core;
    private final NotedHeads heads;

    @Inject
    Verification(CoreDatabase core, NotedHeads heads) {
        this.core = core;
        this.heads = heads;
    }

    /**
     * Checks it. Reads every row, so it takes seconds for a million.
     *
     * @param more heads that someone has kept, such as from a log or a backup
     * @param progress hears now and then how many rows are checked
     * @return what came of it
     */
    public Verdict verify(List<Head> more, LongConsumer progress) {
        var known = known(more);
        var checkpoint = checkpoint();
        var verdict = verify(checkpoint, known, progress);
        boolean wasCut = verdict.problem().isPresent() && !checkpoint.equals(checkpoint());
        return wasCut ? verify(checkpoint(), known, progress) : verdict;
    }

    /**
     * Checks, quickly, only that the row is there that an earlier process noted last.
     *
     * @return what is wrong, empty if all is well
     */
    public Optional<String> verifyEnd() {
        var noted = noted();
        if (noted.isEmpty() || noted.get().number() <= checkpoint().number()) {
            return Optional.empty();
        }
        var hash = core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT hash FROM audit WHERE number = ?")
                        .bind(0, noted.get().number())
                        .mapTo(String.class)
                        .findOne());
        return hash.equals(Optional.of(noted.get().hash()))
                ? Optional.empty()
                : Optional.of(
                        "Row %d of the audit is not there as it was noted: rows were cut off or written anew, or an"
                                        .formatted(noted.get().number())
                                + " older backup was restored. The command audit verify tells more.");
    }

    private Optional<Head> noted() {
        try {
            return heads.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Head> known(List<Head> more) {
        var known = new ArrayList<>(more);
        known.add(heads.latest());
        noted().ifPresent(known::add);
        return known;
    }

    private Head checkpoint() {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery(LAST_CHECKPOINT)
                        .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                        .findOne()
                        .orElse(Head.NONE));
    }

    private Verdict verify(Head checkpoint, List<Head> known, LongConsumer progress) {
        return core.jdbi().withHandle(handle -> {
            var walk = new Walk(checkpoint, known);
            try (var rows = rows(handle, checkpoint).iterator()) {
                while (rows.hasNext() && walk.takes(rows.next())) {
                    if (walk.count % PROGRESS == 0) {
                        progress.accept(walk.count);
                    }
                }
            }
            return walk.verdict();
        });
    }

    private static ResultIterable<AuditRow> rows(Handle handle, Head checkpoint) {
        return handle.createQuery("SELECT " + AuditRow.COLUMNS + " FROM audit WHERE number > ? ORDER BY number")
                .bind(0, checkpoint.number())
                .map((row, context) -> AuditRow.read(row));
    }

    /** One way along the chain. */
    private static final class Walk {
        private final Head checkpoint;
        private final List<Head> known;
        private Head at;
        private long count;
        private boolean cutIsWritten;
        private @Nullable String problem;

        Walk(Head checkpoint, List<Head> known) {
            this.checkpoint = checkpoint;
            this.known = known;
            this.at = checkpoint;
            this.cutIsWritten = checkpoint.number() == 0;
        }

        boolean takes(AuditRow row) {
            if (row.number() != at.number() + 1) {
                problem = "The rows from %d to %d are missing.".formatted(at.number() + 1, row.number() - 1);
            } else if (!row.follows(at)) {
                problem = "Row %d was changed, or one before it was.".formatted(row.number());
            } else {
                at = row.head();
                count++;
                cutIsWritten |= isOfCut(row);
                known.stream()
                        .filter(this::differs)
                        .findFirst()
                        .ifPresent(head -> problem = """
                        Row %d is not the one that was noted: the chain was written anew, or an older backup was \
                        restored.""".formatted(head.number()));
            }
            return problem == null;
        }

        private boolean isOfCut(AuditRow row) {
            return row.action().equals(Retention.ACTION)
                    && row.person().isEmpty()
                    && row.details().contains("up to " + checkpoint.number() + ",");
        }

        private boolean differs(Head head) {
            return head.number() == at.number() && !head.hash().equals(at.hash());
        }

        Verdict verdict() {
            if (problem == null) {
                problem = known.stream()
                        .filter(head -> head.number() > at.number())
                        .findFirst()
                        .map(head -> """
                                It ends at row %d, though row %d was there: its end was cut off, or an older backup \
                                was restored.""".formatted(at.number(), head.number()))
                        .orElse(null);
            }
            if (problem == null && !cutIsWritten) {
                problem = "It was cut up to row %d without a row that says so.".formatted(checkpoint.number());
            }
            return new Verdict(count, at, Optional.ofNullable(problem));
        }
    }
}
