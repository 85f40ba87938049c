package io.bellhop.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.error.BellhopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not as SQLite left them, and disks that are not as it wants them. */
class HostileFilesTest {
    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void fill() {
        path = folder.resolve("pets.db");
        try (var database = open()) {
            for (int i = 0; i < 100; i++) {
                database.keyValue().put("pet" + i, "rex".repeat(100));
            }
        }
    }

    @Test
    void garbageIsRefusedWithTheWayOut() throws IOException {
        var garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(path, garbage);
        refused("storage.corrupt")
                .hasMessage("The database file pets.db is damaged. Restore a backup, or move it out of the home's data"
                        + " folder to begin anew.");
        assertThat(path).hasBinaryContent(garbage);
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws IOException {
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 9_000));
        refused("storage.corrupt");
    }

    @Test
    void anEmptyFileIsANewDatabase() throws IOException {
        Files.write(path, new byte[0]);
        try (var database = open()) {
            assertThat(database.keyValue().keys("")).isEmpty();
        }
    }

    @Test
    void anEmptyFileWhoseLogIsThereIsRefused() throws IOException {
        Files.write(path, new byte[0]);
        Files.write(log(), new byte[5_000]);
        refused("storage.corrupt");
        assertThat(log()).hasSize(5_000);
    }

    @Test
    void aLogOfSomethingElseIsIgnored() throws IOException {
        var garbage = new byte[20_000];
        new Random(1).nextBytes(garbage);
        Files.write(log(), garbage);
        try (var database = open()) {
            assertThat(database.keyValue().keys("")).hasSize(100);
        }
    }

    @Test
    void aLinkIsRefusedSinceItMayLeadToTheDatabaseOfAnother() throws IOException {
        Files.move(path, folder.resolve("core.db"));
        Files.createSymbolicLink(path, folder.resolve("core.db"));
        refused("storage.file").hasMessageContaining("pets.db is a link to another file.");
    }

    @Test
    void aFolderInItsPlaceIsRefused() throws IOException {
        Files.delete(path);
        Files.createDirectory(path);
        refused("storage.file").hasMessageContaining("pets.db is no file.");
    }

    @Test
    void aFolderThatCantBeWrittenIsRefused() throws IOException {
        Files.createDirectory(log());
        refused("storage.read-only").hasMessageContaining("make the home's data folder writable");
    }

    @Test
    void aMissingFolderIsRefused() {
        path = folder.resolve("nowhere/pets.db");
        refused("storage.read-only");
    }

    @Test
    void aFileThatSomethingElseHoldsIsRefused() throws Exception {
        try (var other = file().connect();
                var statement = other.createStatement()) {
            statement.executeUpdate("PRAGMA locking_mode = EXCLUSIVE");
            statement.executeUpdate("BEGIN EXCLUSIVE");
            statement.executeUpdate("DELETE FROM bellhop_key_value WHERE key = 'pet1'");
            statement.executeUpdate("COMMIT");
            refused("storage.busy").hasMessageContaining("pets.db is in use by something else.");
        }
    }

    @Test
    void aFullDiskEndsAMigrationThatChangedNothing() {
        var fill = new Migration(1, "fill", """
                PRAGMA max_page_count = 20;
                CREATE TABLE big (bytes BLOB);
                INSERT INTO big VALUES (zeroblob(200000));""");
        assertThatThrownBy(() -> open(fill).close())
                .hasMessage("The disk is full. Nothing was changed; free some room.");
        try (var database = open()) {
            assertThat(database.keyValue().keys("")).hasSize(100);
            assertThat(tables(database)).doesNotContain("big");
        }
    }

    @Test
    void aFullDiskUndoesOneTransactionAndNoMore() {
        try (var database = open()) {
            assertThatThrownBy(() -> database.jdbi().useTransaction(handle -> {
                        handle.execute("PRAGMA max_page_count = 20");
                        handle.execute("DELETE FROM bellhop_key_value");
                        handle.execute("CREATE TABLE big AS SELECT zeroblob(500000)");
                    }))
                    .hasMessageContaining("database or disk is full");
            database.jdbi().useHandle(handle -> handle.execute("PRAGMA max_page_count = 100000"));
            database.keyValue().put("big", "x".repeat(500_000));
            assertThat(database.keyValue().keys("")).hasSize(101);
        }
    }

    @Test
    void aFileThatIsDeletedMeanwhileIsMissedOnlyAtTheNextOpening() throws IOException {
        try (var database = open()) {
            Files.delete(path);
            database.keyValue().put("pet", "kit");
            assertThat(database.keyValue().get("pet", String.class)).contains("kit");
        }
        try (var database = open()) {
            assertThat(database.keyValue().keys("")).isEmpty();
        }
    }

    private AbstractThrowableAssert<?, ?> refused(String code) {
        return assertThatThrownBy(() -> open().close())
                .isInstanceOfSatisfying(
                        BellhopException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static List<String> tables(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM sqlite_schema")
                        .mapTo(String.class)
                        .list());
    }

    private Database open(Migration... steps) {
        return Database.open(file(), new Migrations(List.of(steps)), Clock.systemUTC());
    }

    private SqliteFile file() {
        return new SqliteFile(path, Durability.NORMAL, Duration.ofMillis(20));
    }

    private Path log() {
        return folder.resolve("pets.db-wal");
    }
}
