package io.bellhop.core.journal;

import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import java.util.Set;

/** What stands in the journal of a bot that is not running. */
public final class JournalFile {
    private JournalFile() {}

    /**
     * Brings the journal up to date, and reads it.
     *
     * @param core its database
     * @return the messages of which something is owed
     */
    public static Set<String> messages(CoreDatabase core) throws InterruptedException {
        var ledger = new Ledger(core);
        ledger.write(new JournalLog(ledger)::settle).toCompletableFuture().join();
        ledger.close();
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT message FROM journal")
                        .mapTo(String.class)
                        .set());
    }
}
