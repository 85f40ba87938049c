package io.bellhop.core.storage;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What of a database's failures a user, or the owner, can read and act on. */
final class StorageFailure {
    private static final int PRIMARY = 0xff;

    private StorageFailure() {}

    /** Puts into a sentence what failed with a database. */
    static BellhopException of(SqliteFile file, SQLException failure) {
        return of(file.name(), failure);
    }

    static BellhopException of(SQLException failure) {
        return of("The database", failure);
    }

    /** Puts into a sentence what failed with the files of a database. */
    static BellhopException of(SqliteFile file, IOException failure) {
        return new BellhopException(
                ErrorKind.INTERNAL,
                "storage.file",
                "The files of %s can't be written: is there room on the disk, and is the home's data folder writable?"
                        .formatted(file.name()),
                failure);
    }

    /** Puts into a sentence why a file is none that a database can be in. */
    static BellhopException unfit(SqliteFile file, String why) {
        return new BellhopException(ErrorKind.INTERNAL, "storage.file", file.name() + " " + why, null);
    }

    static BellhopException damaged(SqliteFile file, SQLException failure) {
        return damaged(file.name(), failure);
    }

    /** Puts into a sentence why a step of a schema could not be taken: mostly, its SQL is wrong. */
    static BellhopException ofMigration(Migration step, SQLException failure) {
        return switch (code(failure)) {
            case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_AUTH ->
                new BellhopException(
                        ErrorKind.PLUGIN,
                        "storage.migration",
                        "Its migration %d (%s) failed: %s. Nothing was changed."
                                .formatted(step.version(), step.name(), said(failure)),
                        failure);
            default -> of(failure);
        };
    }

    private static BellhopException of(String name, SQLException failure) {
        return switch (code(failure)) {
            case SQLITE_FULL ->
                new BellhopException(
                        ErrorKind.LIMIT,
                        "storage.full",
                        "The disk is full. Nothing was changed; free some room.",
                        failure);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new BellhopException(
                        ErrorKind.LIMIT,
                        "storage.busy",
                        name + " is in use by something else. Try again in a moment.",
                        failure);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(name, failure);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_PERM ->
                new BellhopException(
                        ErrorKind.INTERNAL,
                        "storage.read-only",
                        name + " can't be read and written: make the home's data folder writable for the bot.",
                        failure);
            default ->
                new BellhopException(
                        ErrorKind.INTERNAL, "storage.failed", name + " failed; the bot's log says how.", failure);
        };
    }

    private static BellhopException damaged(String name, SQLException failure) {
        return new BellhopException(
                ErrorKind.INTERNAL,
                "storage.corrupt",
                name + " is damaged. Restore a backup, or move it out of the home's data folder to begin anew.",
                failure);
    }

    static SQLiteErrorCode code(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY);
    }

    /** The driver puts SQLite's own words into the last parentheses. */
    private static String said(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        int open = message.indexOf('(');
        return open < 0 || !message.endsWith(")") ? message : message.substring(open + 1, message.length() - 1);
    }
}
