package io.bellhop.core.journal;

import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import java.util.HashMap;
import java.util.Map;

/** What stands in the journal of a bot that is not running. */
public final class JournalFile {
    private JournalFile() {}

    /**
     * Brings the journal up to date, and reads it.
     *
     * @param core its database
     * @return the lines of the invocations of which something is owed, by their refs
     */
    public static Map<String, String> lines(CoreDatabase core) throws InterruptedException {
        var ledger = new Ledger(core);
        ledger.write(new JournalLog(ledger)::settle).toCompletableFuture().join();
        ledger.close();
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT ref, line FROM journal WHERE number = 0")
                        .reduceRows(new HashMap<String, String>(), (lines, row) -> {
                            lines.put(row.getColumn("ref", String.class), row.getColumn("line", String.class));
                            return lines;
                        }));
    }
}
