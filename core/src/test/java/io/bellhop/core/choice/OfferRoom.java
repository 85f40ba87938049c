package io.bellhop.core.choice;

import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.storage.StorageOptions;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Path;

/** Real offers in a real database, without the bot around them, that can end and begin anew. */
public final class OfferRoom implements AutoCloseable {
    public final VirtualTime time = new VirtualTime();
    public final KnownCommands commands = new KnownCommands();
    private final Path folder;
    private CoreDatabase core;
    private Ledger ledger;
    private Offers offers;

    public OfferRoom(Path folder) {
        this.folder = folder;
        open();
    }

    public Offers offers() {
        return offers;
    }

    /** Ends, and begins anew with nothing in memory. */
    public OfferRoom restarts() {
        close();
        open();
        return this;
    }

    /** Counts the choices that are on the disk. */
    int rows() {
        ledger.writeLater(writer -> 0);
        ledger.write(writer -> 0).toCompletableFuture().join();
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM offer")
                        .mapTo(int.class)
                        .one());
    }

    void spoil() {
        core.jdbi().useHandle(handle -> handle.execute("DROP TABLE offer"));
    }

    @Override
    public void close() {
        try {
            ledger.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was interrupted", e);
        }
        core.close();
    }

    private void open() {
        core = new CoreDatabase(new Databases(new StorageOptions(folder), time.clock()));
        ledger = new Ledger(core);
        offers = new Offers(time, new OfferTable(ledger), commands);
        offers.begin();
    }
}
