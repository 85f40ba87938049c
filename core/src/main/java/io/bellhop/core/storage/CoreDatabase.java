package io.bellhop.core.storage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The core's own database. What must not be lost, or is written often, goes through the {@link Ledger}. */
@Singleton
public final class CoreDatabase implements AutoCloseable {
    private static final List<String> STEPS = List.of( // in the order of their numbers
            "V2__journal.sql",
            "V3__audit.sql",
            "V4__approvals.sql",
            "V5__settings.sql",
            "V6__timers.sql",
            "V7__dialogs.sql",
            "V8__ignored.sql",
            "V9__people.sql",
            "V10__offers.sql",
            "V11__ignored_by.sql");

    private static final String COUNT = "INSERT INTO bellhop_key_value (key, value) VALUES (?, '1')"
            + " ON CONFLICT (key) DO UPDATE SET value = CAST(value + 1 AS TEXT)";

    private final SqliteFile file;
    private final Database database;

    /**
     * Opens it.
     *
     * @param databases where it lies
     */
    @Inject
    public CoreDatabase(Databases databases) {
        this.file = databases.core();
        this.database = databases.open(
                file, new Migrations(STEPS.stream().map(CoreDatabase::migration).toList()));
    }

    /**
     * Returns the way to its tables. A query waits for the disk: never on a connector's thread.
     *
     * @return Jdbi
     */
    public Jdbi jdbi() {
        return database.jdbi();
    }

    /**
     * Counts something up, safely on the disk when it returns.
     *
     * @param counter names what is counted
     * @return the new count, 1 at first
     */
    public int count(String counter) {
        return jdbi().inTransaction(handle -> {
            handle.execute(COUNT, counter);
            return handle.createQuery("SELECT value FROM bellhop_key_value WHERE key = ?")
                    .bind(0, counter)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    SqliteFile file() {
        return file;
    }

    @Override
    public void close() {
        database.close();
    }

    private static Migration migration(String file) {
        try (var in = CoreDatabase.class.getResourceAsStream(file)) {
            var sql = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return Migration.of(file, sql).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
