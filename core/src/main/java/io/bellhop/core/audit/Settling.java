package io.bellhop.core.audit;

import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the newest rows into the table with the indexes, whenever nobody waits for the ledger: indexes cost more than
 * all else that a command writes. Rows can be read wherever they are. For the ledger's thread alone.
 */
@Singleton
final class Settling {
    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    /** Whoever comes meanwhile waits for so many. */
    private static final int STEP = 100;
    /** So many go into one transaction while nobody comes. */
    private static final int MOST_AT_ONCE = 20_000;
    /** So many take some 50 MB; when there are more, whoever comes does wait a little. */
    private static final int MOST_FRESH = 100_000;

    private static final int NOT_NOW = -1;

    private final Ledger ledger;
    private final Chain chain;
    private long fresh;
    private boolean asked;

    @Inject
    Settling(Ledger ledger, Chain chain) {
        this.ledger = ledger;
        this.chain = chain;
    }

    /** Hears of new rows that are on the disk. */
    void grown(int rows) {
        fresh += rows;
        if (!asked) {
            asked = true;
            whenNobodyWaits();
        }
    }

    private void whenNobodyWaits() {
        ledger.writeLater(this::settle).whenComplete(this::ended);
    }

    private int settle(Ledger.Writer writer) throws SQLException {
        if (ledger.isBusy()) {
            return fresh < MOST_FRESH ? NOT_NOW : chain.settle(writer, STEP);
        }
        int rows = 0;
        int more;
        do {
            more = chain.settle(writer, STEP);
            rows += more;
        } while (more > 0 && rows < MOST_AT_ONCE && !ledger.hasNext());
        if (more == 0) {
            writer.prepare("PRAGMA shrink_memory").execute();
        }
        return rows;
    }

    private void ended(@Nullable Integer rows, @Nullable Throwable failure) {
        if (rows == null) {
            log.warn("the audit's newest rows can't be moved into its table; it is tried again with the next", failure);
            asked = false;
        } else if (rows == 0) {
            fresh = 0;
            asked = false;
        } else {
            fresh -= rows == NOT_NOW ? 0 : rows;
            whenNobodyWaits();
        }
    }
}
