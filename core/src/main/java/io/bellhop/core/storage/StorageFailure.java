package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What of a database's failures a user, or the owner, can read and act on. */
final class StorageFailure {
    private static final int PRIMARY = 0xff;

    private StorageFailure() {}

    static BellhopException of(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new BellhopException(
                    ErrorKind.LIMIT, "storage.full", "The disk is full. Nothing was changed; free some room.", failure);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new BellhopException(
                    ErrorKind.LIMIT,
                    "storage.busy",
                    "The database is in use by something else. Try again in a moment.",
                    failure);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new BellhopException(
                    ErrorKind.INTERNAL,
                    "storage.corrupt",
                    "The database file is damaged. Restore it from a backup, or move it away to begin anew.",
                    failure);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return new BellhopException(
                    ErrorKind.INTERNAL,
                    "storage.read-only",
                    "The database can't be written: make the home's data folder writable for the bot.",
                    failure);
        }
        return new BellhopException(
                ErrorKind.INTERNAL, "storage.failed", "The database failed; the bot's log says how.", failure);
    }
}
