package io.bellhop.core.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/**
 * A database as it was before an upgrade, kept until that is known to have gone well. SQLite does the copying: were the
 * file opened beside it by other means, closing it again would take away SQLite's locks.
 *
 * @param database what it is a copy of
 */
record CopyAside(SqliteFile database) {
    private Path path() {
        return beside(".before-upgrade");
    }

    boolean exists() {
        return Files.exists(path());
    }

    /** Copies a database through a connection to it; that there was none is kept as an empty file. */
    void take(SQLiteConnection source, boolean isNew) throws SQLException, IOException {
        var part = beside(".part");
        Files.deleteIfExists(part);
        if (isNew) {
            Files.createFile(part);
        } else {
            SqliteFile.copy(source, part);
        }
        Files.move(part, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Puts the copy, if there is one, back where it came from. The database is closed. */
    void restore() throws IOException {
        if (exists()) {
            Files.deleteIfExists(beside("-wal"));
            Files.deleteIfExists(beside("-shm"));
            Files.move(path(), database.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void drop() throws IOException {
        Files.deleteIfExists(path());
    }

    private Path beside(String ending) {
        return database.path().resolveSibling(database.path().getFileName() + ending);
    }
}
