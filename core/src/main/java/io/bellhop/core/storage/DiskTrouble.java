package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * Failures of a plugin's database that are no fault of the plugin: the disk is full, the files can't be read or
 * written, or they are damaged. Only the bot's owner can help.
 */
public final class DiskTrouble {
    private static final Set<String> CODES = Set.of("storage.full", "storage.read-only", "storage.corrupt");
    private static final int DEEPEST = 20;

    private DiskTrouble() {}

    /**
     * Finds such trouble behind what a plugin threw.
     *
     * @param failure what was thrown, whatever has wrapped it
     * @return what its user can be told; empty if the disk is well, or the plugin says it in words of its own
     */
    public static Optional<BellhopException> behind(Throwable failure) {
        if (failure instanceof BellhopException told) {
            return Optional.of(told).filter(known -> CODES.contains(known.code()));
        }
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLiteException sqlite) {
                return of(sqlite, failure);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<BellhopException> of(SQLiteException sqlite, Throwable failure) {
        return switch (StorageFailure.code(sqlite)) {
            case SQLITE_FULL ->
                told(
                        "storage.full",
                        "The bot can't write its data, because its disk is full. Its owner must free some room.",
                        failure);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PERM ->
                told(
                        "storage.read-only",
                        "The bot can't read or write its data. Its owner must look whether the home's data folder is"
                                + " writable, and what the log says under this ref.",
                        failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                told(
                        "storage.corrupt",
                        "Some of the bot's data is damaged. Its owner finds in the log, under this ref, of which plugin:"
                                + " restore a backup.",
                        failure);
            default -> Optional.empty();
        };
    }

    private static Optional<BellhopException> told(String code, String sentence, Throwable failure) {
        return Optional.of(new BellhopException(ErrorKind.INTERNAL, code, sentence, failure));
    }
}
