package io.bellhop.core.audit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.AuditRoom;
import io.bellhop.core.person.Person;
import io.bellhop.core.person.Persons;
import io.bellhop.core.storage.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit still knows of someone who was forgotten. */
class ForgottenTest {
    private static final UserId ANN = new UserId("test", "ann");

    @TempDir
    Path folder;

    private AuditRoom room;
    private Person before;

    @BeforeEach
    void open() throws Exception {
        room = new AuditRoom(folder);
        room.does("ann", "deploy", "shop");
        before = room.part(Persons.class).find(ANN).orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void isNothingOfWhatWasNotWrittenYet() throws Exception {
        var gate = new CountDownLatch(1);
        room.part(Ledger.class).write(_ -> {
            await(gate);
            return 0;
        });
        room.audit().record(AuditRoom.deed("ann", "deploy", "is on its way to the disk"));
        room.audit().record(AuditRoom.deed("ann", "deploy", "waits for the next commit"));
        var forgotten = CompletableFuture.supplyAsync(this::forget);
        gate.countDown();
        assertThat(forgotten.get()).hasSize(1);
        room.audit().drain(Duration.ofSeconds(60));
        assertThat(room.part(Persons.class).find(ANN)).isEmpty();
        assertThat(rowsOf(before)).hasSize(3).allMatch(Entry::isForgotten);
    }

    @Test
    void isKeptUntilAllOfItCanBeForgotten() {
        room.execute("CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'broken'); END");
        room.audit().record(AuditRoom.deed("ann", "deploy", "blog"));
        assertThatThrownBy(this::forget).hasMessage("can't forget yet what it can't write down");
        assertThat(room.part(Persons.class).find(ANN)).isPresent();
        room.execute("DROP TRIGGER broken");
        assertThat(forget()).hasSize(1);
        assertThat(room.part(Persons.class).find(ANN)).isEmpty();
        assertThat(rowsOf(before)).hasSize(2).allMatch(Entry::isForgotten);
    }

    @Test
    void isTheirWishThoughItHadToBeWrittenTwice() throws Exception {
        forget();
        room.execute("CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'broken'); END");
        room.does("ann", "forget me", "");
        room.execute("DROP TRIGGER broken");
        assertThat(room.audit().drain(Duration.ofSeconds(60))).isTrue();
        assertThat(room.part(Persons.class).find(ANN)).isEmpty();
        assertThat(rowsOf(before)).extracting(Entry::action).containsExactly("forget me", "deploy");
    }

    @Test
    void isNobodyOfWhomNothingWasKeptBeforeTheWish() throws Exception {
        room.does("zoe", "forget me", "");
        assertThat(room.part(Persons.class).find(new UserId("test", "zoe"))).isEmpty();
        assertThat(room.verify().problem()).isEmpty();
    }

    @Test
    void isNobodyIfTheProcessEndsBeforeTheWishIsTakenDown() throws Exception {
        forget();
        room.close();
        room = new AuditRoom(folder);
        room.does("ann", "forget me", "");
        assertThat(room.part(Persons.class).find(ANN)).isEmpty();
    }

    @Test
    void isSomeoneNewThoughAnotherForgotThem() throws Exception {
        forget();
        room.does("ann", "deploy", "once more");
        room.does("ann", "forget me", "");
        var after = room.part(Persons.class).find(ANN).orElseThrow();
        assertThat(rowsOf(after)).extracting(Entry::action).containsExactly("forget me", "deploy");
    }

    private List<String> forget() {
        return room.part(AuditBelongings.class).forget(ANN);
    }

    private List<Entry> rowsOf(Person person) {
        return room.part(AuditSearch.class).find(Query.ofPerson(person.pseudonym()), 100);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
    }
}
