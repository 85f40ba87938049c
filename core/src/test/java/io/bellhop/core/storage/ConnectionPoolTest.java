package io.bellhop.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Code that does not do with its connections what it should. */
@Timeout(120)
class ConnectionPoolTest {
    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    Path folder;

    private SqliteFile file;
    private Database database;
    private Jdbi jdbi;

    @BeforeEach
    void open() {
        file = new SqliteFile(folder.resolve("a.db"), Durability.NORMAL);
        database = Database.open(file, Migrations.NONE, Clock.systemUTC());
        jdbi = database.jdbi();
        jdbi.useHandle(handle -> handle.execute("CREATE TABLE counter AS SELECT 0 AS value"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void saysSoWhenHandlesDontComeBack() throws Exception {
        try (var pool = new ConnectionPool(file, Duration.ofMillis(10))) {
            for (int i = 0; i < 4; i++) {
                pool.openConnection();
            }
            assertThatThrownBy(pool::openConnection)
                    .hasMessageContaining("all 4 connections are in use")
                    .hasMessageContaining("use each handle in a try-with-resources");
        }
    }

    @Test
    void undoesATransactionThatWasLeftOpen() {
        var left = jdbi.open();
        left.begin();
        left.execute("UPDATE counter SET value = 5");
        assertThatThrownBy(left::close).hasMessageContaining("transaction");
        assertThat(value()).isZero();
        count();
        assertThat(value()).isOne();
    }

    @Test
    void undoesATransactionThatWasBegunByAStatement() {
        jdbi.useHandle(handle -> {
            handle.execute("BEGIN IMMEDIATE");
            handle.execute("UPDATE counter SET value = 5");
        });
        assertThat(value()).isZero();
        count();
        assertThat(value()).isOne();
    }

    @Test
    void letsManyReadAndThenWriteWithoutAFailure() {
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 8; i++) {
            all.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 50; n++) {
                    count();
                }
            }));
        }
        all.forEach(CompletableFuture::join);
        assertThat(value()).isEqualTo(400);
    }

    @Test
    void endsAQueryWhenItsThreadIsInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var outcome = new CompletableFuture<Long>();
        var thread = Thread.ofPlatform().start(() -> {
            try (var handle = jdbi.open()) {
                begun.countDown();
                outcome.complete(endless(handle));
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        begun.await();
        thread.interrupt();
        thread.join();
        assertThat(outcome).isCompletedExceptionally();
        count();
    }

    @Test
    void endsAQueryWhenTheDatabaseIsClosed() throws Exception {
        var begun = new CountDownLatch(1);
        var outcome = new CompletableFuture<Long>();
        var thread = Thread.ofPlatform().start(() -> {
            try (var handle = jdbi.open()) {
                begun.countDown();
                outcome.complete(endless(handle));
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        begun.await();
        database.close();
        thread.join();
        assertThat(outcome).isCompletedExceptionally();
    }

    @Test
    void endsAQueryThatBeginsWhileTheDatabaseIsBeingClosed() throws Exception {
        try (var connection = file.connect(() -> true);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery(ENDLESS)).hasMessageContaining("interrupt");
        }
    }

    private void count() {
        jdbi.useTransaction(handle -> {
            int before = handle.createQuery("SELECT value FROM counter")
                    .mapTo(int.class)
                    .one();
            handle.execute("UPDATE counter SET value = ?", before + 1);
        });
    }

    private int value() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT value FROM counter").mapTo(int.class).one());
    }

    private static long endless(Handle handle) {
        return handle.createQuery(ENDLESS).mapTo(long.class).one();
    }
}
