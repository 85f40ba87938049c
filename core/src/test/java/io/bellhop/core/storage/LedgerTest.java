package io.bellhop.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    private CoreDatabase core;
    private Ledger ledger;

    @BeforeEach
    void open() {
        var databases = new Databases(new StorageOptions(folder), Clock.systemUTC());
        core = new CoreDatabase(databases);
        core.jdbi().useHandle(handle -> handle.execute("CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY)"));
        ledger = new Ledger(core);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        core.close();
    }

    @Test
    void goesOnAfterAFullDisk() throws Exception {
        ledger.write(writer -> writer.prepare("CREATE TABLE big (bytes BLOB)").executeUpdate())
                .toCompletableFuture()
                .join();
        var full = ledger.write(writer -> {
            var insert = writer.prepare("INSERT INTO big VALUES (zeroblob(500000))");
            try (var statement = insert.getConnection().createStatement()) {
                statement.executeUpdate("PRAGMA max_page_count = 12");
            }
            return insert.executeUpdate();
        });
        assertThatThrownBy(() -> full.toCompletableFuture().join()).hasMessageContaining("The disk is full.");
        var next = ledger.write(
                writer -> writer.prepare("INSERT INTO line VALUES (1)").executeUpdate());
        assertThat(next.toCompletableFuture().join()).isOne();
        ledger.close();
        int lines = core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM line")
                        .mapTo(int.class)
                        .one());
        assertThat(lines).isOne();
    }

    @Test
    void keepsWhatManyWriteAtOnce() throws Exception {
        var all = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 1000; i++) {
            all.add(insert(i).toCompletableFuture());
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        close();
        open();
        assertThat(count()).isEqualTo(1000);
    }

    @Test
    void letsOthersWriteToo() {
        join(insert(1));
        core.jdbi().useTransaction(handle -> handle.execute("INSERT INTO line VALUES (2)"));
        join(insert(3));
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void losesNothingForOneThatFails() {
        var before = insert(1);
        var bad = insert(1);
        var after = insert(2);
        assertThatThrownBy(() -> join(bad)).isInstanceOf(CompletionException.class);
        assertThat(join(before)).isOne();
        assertThat(join(after)).isOne();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void endsOneThatThrowsSomethingElse() {
        CompletionStage<Integer> bad = ledger.write(_ -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> join(bad)).hasRootCauseMessage("no");
        assertThat(join(insert(1))).isOne();
    }

    @Test
    void goesOnAfterAnErrorAndFailsOnlyTheOneThatThrewIt() {
        var before = insert(1);
        CompletionStage<Integer> bad = ledger.write(_ -> {
            throw new OutOfMemoryError("for the test");
        });
        assertThatThrownBy(() -> bad.toCompletableFuture().get(60, TimeUnit.SECONDS))
                .hasRootCauseMessage("for the test");
        assertThat(join(before)).isOne();
        assertThat(join(insert(2))).isOne();
    }

    @Test
    void tellsOnItsOwnThreadHoweverLateTheCallerIs() {
        var threads = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            join(ledger.write(
                    _ -> 1, (_, _) -> threads.add(Thread.currentThread().getName())));
        }
        assertThat(threads).containsOnly("ledger");
    }

    @Test
    void tellsThatItIsClosed() throws Exception {
        ledger.close();
        var told = new CompletableFuture<Throwable>();
        ledger.write(_ -> 1, (_, failure) -> told.complete(failure));
        assertThat(told.join()).hasMessage("the ledger is closed");
    }

    @Test
    void goesOnWhenTheDiskHasRoomAgain() {
        limitPages(1);
        assertThatThrownBy(() -> join(many(1, 100_000))).hasStackTraceContaining("The disk is full");
        assertThatThrownBy(() -> join(many(1, 100_000))).hasStackTraceContaining("The disk is full");
        limitPages(1_000_000);
        join(many(1, 100_000));
        assertThat(count()).isEqualTo(100_000);
    }

    private void limitPages(int most) {
        join(ledger.write(writer -> {
            try (var rows = writer.prepare("PRAGMA max_page_count = " + most).executeQuery()) {
                return rows.next();
            }
        }));
    }

    private CompletionStage<Integer> many(int from, int to) {
        return ledger.write(writer -> {
            var insert = writer.prepare(
                    "WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO line SELECT i FROM n");
            insert.setInt(1, from);
            insert.setInt(2, to);
            return insert.executeUpdate();
        });
    }

    @Test
    void writesWhatItWasGivenBeforeItCloses() throws Exception {
        var last = insert(1);
        ledger.close();
        assertThat(join(last)).isOne();
        assertThatThrownBy(() -> join(insert(2))).hasRootCauseMessage("the ledger is closed");
    }

    private CompletionStage<Integer> insert(int id) {
        return ledger.write(writer -> insert(writer, id));
    }

    private static int insert(Ledger.Writer writer, int id) throws SQLException {
        var insert = writer.prepare("INSERT INTO line VALUES (?)");
        insert.setInt(1, id);
        return insert.executeUpdate();
    }

    private int count() {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM line")
                        .mapTo(Integer.class)
                        .one());
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
