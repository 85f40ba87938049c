package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.journal.Journal;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.testkit.FakeConnector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down of commands, and what becomes of it. */
class JournalTest {
    private static final String LARGE = "x".repeat(500_000);

    private final Payments payments = new Payments();
    private final Room room = new Room(payments);

    static final class Payments {
        private final AtomicInteger paid = new AtomicInteger();
        private final SynchronousQueue<String> begun = new SynchronousQueue<>();
        private final CountDownLatch gate = new CountDownLatch(1);
        private Runnable atPayment = () -> {};

        @Command(name = "pay", help = "Pays.")
        String pay(List<String> whom) {
            paid.incrementAndGet();
            atPayment.run();
            return "paid " + whom.size();
        }

        @Command(name = "much", help = "Says much.")
        String much() {
            atPayment.run();
            return LARGE;
        }

        @Command(name = "wait", help = "Waits.")
        String await(Invocation invocation) throws InterruptedException {
            begun.put(invocation.ref());
            gate.await();
            return "done";
        }

        @Command(name = "late", help = "Waits, and then says one thing after the other.")
        String late(Invocation invocation, String what) throws InterruptedException {
            begun.put(invocation.ref());
            gate.await();
            invocation.reply(Text.of("half"));
            return "whole";
        }

        @Command(name = "join", help = "Waits for its own reply to go out.")
        void join(Invocation invocation) {
            invocation
                    .reply(Text.of("one"))
                    .thenRun(() -> invocation
                            .reply(Text.of("two"))
                            .toCompletableFuture()
                            .join())
                    .toCompletableFuture()
                    .join();
        }
    }

    @AfterEach
    void close() throws Exception {
        payments.gate.countDown();
        room.close();
    }

    @Test
    void refusesVisiblyWhenTheDiskIsFullAndRunsNothing() {
        fillDisk(true);
        assertThat(room.ann("!pay " + LARGE)).startsWith("The disk is full.").contains("(storage.full, ref ");
        assertThat(payments.paid).hasValue(0);
        assertThat(room.faults).isEmpty();

        fillDisk(false);
        assertThat(room.ann("!pay bob")).isEqualTo("paid 1");
    }

    @Test
    void sendsAReplyThoughTheDiskHasBecomeFull() throws Exception {
        payments.atPayment = () -> fillDisk(true);
        assertThat(room.ann("!much")).isEqualTo(LARGE);
        fillDisk(false);
        assertThat(rowsAtTheEnd()).isZero();
    }

    @Test
    void keepsNothingOfWhatHasBeenAnswered() throws Exception {
        var answers = new ArrayList<CompletionStage<Void>>();
        for (int i = 0; i < 500; i++) {
            answers.add(room.send("user" + i, "!pay bob"));
        }
        answers.forEach(Room::await);
        assertThat(rowsAtTheEnd()).isZero();
        assertThat(payments.paid).hasValue(500);
    }

    @Test
    void doesNotGrowForEver() throws Exception {
        for (int i = 0; i < 50; i++) {
            room.ann("!much");
        }
        assertThat(rowsAtTheEnd()).isZero();
        assertThat(size("core.db") + size("core.db-wal")).isLessThan(20L * LARGE.length());
    }

    @Test
    void keepsNothingOfWhatWasCancelledOrWithdrawn() throws Exception {
        var cancelled = room.send("ann", "!wait");
        var ref = payments.begun.take();
        assertThat(room.injector.getInstance(Invocations.class).cancel(ref, new Asker("ann")))
                .isTrue();
        Room.await(cancelled);
        var message = room.message("bob", "!wait");
        var withdrawn = room.send(message);
        payments.begun.take();
        room.deletes(message);
        Room.await(withdrawn);
        assertThat(rowsAtTheEnd()).isZero();
    }

    @Test
    void answersAPluginThatWaitsForItsOwnReplies() {
        assertThat(room.says("ann", "!join")).containsExactly("one", "two");
    }

    @Test
    void tellsAndForgetsWhatItKeepsOfAPerson() throws Exception {
        var journal = room.injector.getInstance(Journal.class);
        var ann = FakeConnector.named("ann").id();
        room.connector.away(true);
        room.send("ann", "!pay bob");
        room.send("eve", "!pay bob");
        room.awaitIdle();
        var waiting = room.send("ann", "!wait ");
        payments.begun.take();

        assertThat(journal.of(ann))
                .satisfiesExactlyInAnyOrder(
                        reply -> assertThat(reply.reply())
                                .hasValueSatisfying(
                                        content -> assertThat(content.text()).isEqualTo(Text.of("paid 1"))),
                        running -> assertThat(running.asked().line()).isEqualTo("wait"));

        assertThat(journal.forget(ann).toCompletableFuture().join()).isEqualTo(2);
        assertThat(journal.of(ann))
                .singleElement()
                .satisfies(running -> assertThat(running.asked().line()).isEmpty());
        assertThat(journal.of(FakeConnector.named("eve").id())).hasSize(1);
        payments.gate.countDown();
        assertThat(waiting).isNotNull();
    }

    @Test
    void givesUpAReplyThatThePlatformHasNotTakenForADay() throws Exception {
        var journal = room.injector.getInstance(Journal.class);
        var ann = FakeConnector.named("ann").id();
        room.connector.away(true);
        room.send("ann", "!pay bob");
        for (var passed = Duration.ZERO; passed.compareTo(Duration.ofHours(23)) < 0; passed = passed.plusMinutes(5)) {
            room.awaitIdle();
            room.time.advance(Duration.ofMinutes(5));
        }
        room.awaitIdle();
        assertThat(journal.of(ann)).hasSize(1);

        room.time.advance(Duration.ofHours(2));
        room.awaitIdle();
        room.connector.away(false);
        room.time.advance(Duration.ofHours(2));
        room.awaitIdle();
        assertThat(room.texts(0)).isEmpty();
        assertThat(rowsAtTheEnd()).isZero();
    }

    @Test
    void keepsNoLineOfSomeoneForgottenWhoseCommandGoesOn() throws Exception {
        var journal = room.injector.getInstance(Journal.class);
        var ann = FakeConnector.named("ann").id();
        room.send("ann", "!late tea");
        payments.begun.take();
        journal.forget(ann).toCompletableFuture().join();
        room.connector.away(true);
        payments.gate.countDown();
        room.awaitIdle();
        assertThat(journal.of(ann))
                .hasSize(2)
                .allSatisfy(owed -> assertThat(owed.asked().line()).isEmpty());
    }

    /** Lets the database have no more pages than it has, or any number again. */
    private void fillDisk(boolean full) {
        Room.await(room.injector.getInstance(Ledger.class).write(writer -> {
            var pragma = writer.prepare("PRAGMA max_page_count = " + (full ? 1 : 1_000_000));
            try (var rows = pragma.executeQuery()) {
                return rows.next();
            }
        }));
    }

    /** Counts the rows once all that may be written later has been. */
    private int rowsAtTheEnd() throws InterruptedException {
        room.injector.getInstance(Ledger.class).close();
        return room.injector
                .getInstance(CoreDatabase.class)
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM journal")
                        .mapTo(Integer.class)
                        .one());
    }

    private long size(String file) throws Exception {
        Path path = room.folder.resolve(file);
        return Files.exists(path) ? Files.size(path) : 0;
    }
}
