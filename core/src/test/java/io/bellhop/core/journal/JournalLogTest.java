package io.bellhop.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.storage.StorageOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLogTest {
    @TempDir
    private Path folder;

    private CoreDatabase core;
    private Ledger ledger;
    private JournalLog journal;

    @BeforeEach
    void open() {
        core = new CoreDatabase(new Databases(new StorageOptions(folder), Clock.systemUTC()));
        ledger = new Ledger(core);
        journal = new JournalLog(ledger);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
        core.close();
    }

    @Test
    void takesManyLargeRepliesOfOneCommitApart() {
        execute("CREATE TRIGGER large BEFORE INSERT ON journal_log WHEN length(NEW.changes) > 3000000"
                + " BEGIN SELECT RAISE(ABORT, 'too large'); END");
        var gate = new CountDownLatch(1);
        ledger.write(_ -> {
            await(gate);
            return 0;
        });
        var all = new ArrayList<CompletableFuture<?>>();
        for (int i = 1; i <= 10; i++) {
            all.add(journal.append(begun(i, "x".repeat(600_000))).toCompletableFuture());
        }
        gate.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        settle();
        assertThat(ids()).hasSize(10);
    }

    @Test
    void comesToTheSameThoughTheTransactionHadToBeRepeated() {
        join(journal.append(begun(1, "first")));
        var gate = new CountDownLatch(1);
        ledger.write(_ -> {
            await(gate);
            return 0;
        });
        var second = journal.append(begun(2, "second"));
        var settled = ledger.write(journal::settle);
        var bad = ledger.write(_ -> {
            throw new IllegalStateException("for the test");
        });
        var third = journal.append(begun(3, "third"));
        gate.countDown();
        join(second);
        join(settled);
        join(third);
        assertThatThrownBy(() -> join(bad)).hasRootCauseMessage("for the test");
        join(journal.append(new Change.Done(2, 2)));
        settle();
        assertThat(ids()).containsExactly(1L, 3L);
    }

    private static Change begun(long id, String line) {
        var message = new MessageId(new ChannelId("test", "lobby"), "m" + id);
        var asked = new Asked(
                "ref" + id, new UserId("test", "ann"), message, false, "trial", "pay", line, 0, Instant.EPOCH);
        return new Change.Begun(new Row(id, asked, 0, null, null, null));
    }

    private void settle() {
        join(ledger.write(journal::settle));
    }

    private void execute(String sql) {
        core.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private List<Long> ids() {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM journal ORDER BY id")
                        .mapTo(Long.class)
                        .list());
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
    }
}
