package io.bellhop.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.storage.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
    @TempDir
    Path folder;

    private AuditRoom room;

    @BeforeEach
    void open() {
        room = new AuditRoom(folder);
    }

    @Test
    void putsAllIntoTheChainOnceNobodyWaits() throws Exception {
        note(2_000);
        room.part(Ledger.class).close();
        assertThat(count("audit_note")).isZero();
        assertThat(count("audit")).isEqualTo(2_000);
        assertThat(room.verify().problem()).isEmpty();
        assertThat(room.audit().head().number()).isEqualTo(2_000);
    }

    @Test
    void goesOnWithWhatAnEarlierProcessHasLeft() throws Exception {
        breakChain();
        note(10);
        room.close();
        room = new AuditRoom(folder);
        mendChain();
        room.does("ann", "deploy", "after");
        assertThat(count("audit")).isEqualTo(11);
        assertThat(room.verify().problem()).isEmpty();
        room.close();
    }

    @Test
    void losesNothingWhileTheChainTakesNoRows() throws Exception {
        room.does("ann", "deploy", "first");
        breakChain();
        note(1);
        assertThat(room.audit().drain(Duration.ofSeconds(60))).isFalse();
        assertThat(room.audit().isFailing()).isFalse();
        assertThat(room.verify().rows()).isEqualTo(1);
        mendChain();
        assertThat(room.audit().drain(Duration.ofSeconds(60))).isTrue();
        assertThat(room.verify().rows()).isEqualTo(2);
        room.close();
    }

    private void note(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            room.audit().record(AuditRoom.deed("user" + i % 7, "many", "number " + i));
        }
        assertThat(room.audit().awaitWritten(Duration.ofSeconds(60))).isTrue();
    }

    private void breakChain() {
        room.execute("CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'broken'); END");
    }

    private void mendChain() {
        room.execute("DROP TRIGGER broken");
    }

    private int count(String table) {
        return Integer.parseInt(room.first("SELECT count(*) FROM " + table));
    }
}
