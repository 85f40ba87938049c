package io.bellhop.core.storage;

import io.bellhop.api.storage.KeyValue;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A plugin's database, opened when the plugin first asks for it. Safe for use from any thread. */
public final class PluginDatabase implements AutoCloseable {
    private final Supplier<Database> opening;
    private final Consumer<Supplier<List<String>>> onStuck;
    private @Nullable Database database;
    private boolean closed;

    PluginDatabase(Supplier<Database> opening, Consumer<Supplier<List<String>>> onStuck) {
        this.opening = opening;
        this.onStuck = onStuck;
    }

    /**
     * Returns the way to its tables.
     *
     * @return Jdbi
     */
    public Jdbi jdbi() {
        return open().jdbi();
    }

    /**
     * Returns the store in it that needs no tables.
     *
     * @return the store
     */
    public KeyValue keyValue() {
        return open().keyValue();
    }

    /**
     * Opens it now.
     *
     * @return the database
     */
    public synchronized Database open() {
        if (closed) {
            throw new IllegalStateException("the plugin has ended");
        }
        var current = database;
        if (current == null) {
            current = opening.get();
            database = current;
        }
        return current;
    }

    /**
     * Closes it behind threads that did not end; while they go on it is not opened again.
     *
     * @param threads names those that still run
     */
    public synchronized void closeBehind(Supplier<List<String>> threads) {
        if (database != null && !threads.get().isEmpty()) {
            onStuck.accept(threads);
        }
        close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
