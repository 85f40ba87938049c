package io.bellhop.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.error.BellhopException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final Migration FIRST = new Migration(1, "first", "CREATE TABLE pet (name TEXT) STRICT;");
    private static final Migration SECOND =
            new Migration(2, "second", "ALTER TABLE pet ADD age INTEGER; INSERT INTO pet VALUES ('rex; --', 3);");

    @TempDir
    Path folder;

    @Test
    void takesEveryStepOnce() {
        open(FIRST);
        open(SECOND, FIRST);
        assertThat(with(List.of(FIRST, SECOND), MigrationsTest::pets)).containsExactly("rex; --");
    }

    @Test
    void takesAllStepsOrNone() {
        open(FIRST);
        var broken = new Migration(3, "broken", "INSERT INTO pet VALUES ('kit', 1); INSERT INTO nowhere VALUES (1);");
        assertThatThrownBy(() -> open(FIRST, SECOND, broken)).isInstanceOf(BellhopException.class);
        assertThat(with(List.of(FIRST), MigrationsTest::pets)).isEmpty();
    }

    @Test
    void refusesADatabaseOfANewerVersion() {
        open(FIRST, SECOND);
        assertThatThrownBy(() -> open(FIRST))
                .isInstanceOf(BellhopException.class)
                .hasMessageContaining("newer version (migration 2");
    }

    @Test
    void refusesAStepThatWasChanged() {
        open(FIRST);
        var changed = new Migration(1, "first", "CREATE TABLE pet (name TEXT, age INTEGER) STRICT;");
        assertThatThrownBy(() -> open(changed)).hasMessageContaining("migration 1 was changed");
    }

    @Test
    void takesOtherEndsOfLinesForNoChange() {
        open(new Migration(1, "first", "CREATE TABLE pet (\n  name TEXT\n) STRICT;\n"));
        open(new Migration(1, "first", "CREATE TABLE pet (\r\n  name TEXT\r\n) STRICT;\r\n"));
    }

    @Test
    void refusesTwoStepsOfOneNumber() {
        assertThatThrownBy(() -> new Migrations(List.of(FIRST, FIRST))).hasMessage("Two migrations have the number 1.");
    }

    @Test
    void readsStepsFromTheNamesOfFiles() {
        assertThat(Migration.of("V12__add_owner.sql", "")).contains(new Migration(12, "add owner", ""));
        assertThat(Migration.of("V12__add_owner.sqlite.sql", "")).contains(new Migration(12, "add owner", ""));
        assertThat(List.of("V0__x.sql", "V01__x.sql", "V1_x.sql", "v1__x.sql", "V1__x.txt", "V1__../x.sql"))
                .allSatisfy(name -> assertThat(Migration.of(name, "")).isEmpty());
    }

    @Test
    void letsATableBeMadeAnewUnderTheRowsThatReferToIt() {
        var toys = new Migration(2, "toys", """
                CREATE TABLE owner (id INTEGER PRIMARY KEY) STRICT;
                CREATE TABLE toy (owner INTEGER REFERENCES owner ON DELETE CASCADE) STRICT;
                INSERT INTO owner VALUES (1);
                INSERT INTO toy VALUES (1);""");
        var anew = new Migration(3, "anew", """
                CREATE TABLE owner2 (id INTEGER PRIMARY KEY, name TEXT) STRICT;
                INSERT INTO owner2 (id) SELECT id FROM owner;
                DROP TABLE owner;
                ALTER TABLE owner2 RENAME TO owner;
                INSERT INTO pet SELECT count(*) FROM toy;""");
        assertThat(with(List.of(FIRST, toys, anew), MigrationsTest::pets)).containsExactly("1");
    }

    @Test
    void refusesStepsThatLeaveRowsReferringToNone() {
        var toys = new Migration(2, "toys", """
                CREATE TABLE owner (id INTEGER PRIMARY KEY) STRICT;
                CREATE TABLE toy (owner INTEGER REFERENCES owner) STRICT;
                INSERT INTO toy VALUES (1);""");
        assertThatThrownBy(() -> open(FIRST, toys)).hasMessageContaining("leave rows in the table toy");
    }

    @Test
    void findsStatementsThatWouldEndTheTransaction() {
        assertThat(misplaced("INSERT INTO pet VALUES ('a;b'); cOmMiT;")).contains("COMMIT");
        assertThat(misplaced("/* ; */ -- ;\n vacuum")).contains("VACUUM");
        assertThat(misplaced("CREATE TRIGGER t AFTER INSERT ON pet BEGIN DELETE FROM pet; END; END;"))
                .contains("END");
    }

    @Test
    void takesTheSameWordsElsewhereForWhatTheyAre() {
        assertThat(misplaced("INSERT INTO pet VALUES ('; COMMIT;'); -- ; COMMIT;\n/* ; COMMIT; */;"))
                .isEmpty();
        assertThat(misplaced("CREATE TABLE [a;commit;] (\"b;end;\" TEXT, `;end` TEXT);"))
                .isEmpty();
        assertThat(misplaced("""
                CREATE TEMP TRIGGER IF NOT EXISTS t AFTER INSERT ON pet BEGIN
                  UPDATE pet SET name = CASE WHEN name = ';' THEN 'x' END;
                  DELETE FROM pet;
                END;
                SELECT 1""")).isEmpty();
        assertThat(misplaced("SELECT '" + "x".repeat(2_000_000))).isEmpty();
    }

    private static Optional<String> misplaced(String sql) {
        return new Migration(1, "x", sql).misplaced();
    }

    private void open(Migration... steps) {
        with(List.of(steps), database -> "");
    }

    private <T> T with(List<Migration> steps, Function<Database, T> use) {
        var file = new SqliteFile(folder.resolve("a.db"), Durability.NORMAL);
        try (var database = Database.open(file, new Migrations(steps), Clock.systemUTC())) {
            new CopyAside(file).drop();
            return use.apply(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> pets(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM pet")
                        .mapTo(String.class)
                        .list());
    }
}
