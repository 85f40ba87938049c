package io.bellhop.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.storage.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
    @TempDir
    Path folder;

    @Test
    void movesRowsIntoTheirTableOnceNobodyWaits() throws Exception {
        var room = new AuditRoom(folder);
        for (int i = 0; i < 2_000; i++) {
            room.audit().record(AuditRoom.deed("ann", "many", "number " + i));
        }
        room.audit().drain(Duration.ofSeconds(10));
        room.part(Ledger.class).close();
        assertThat(room.first("SELECT count(*) FROM audit")).isEqualTo("2000");
        assertThat(room.first("SELECT count(*) FROM audit_fresh")).isEqualTo("0");
        assertThat(room.verify().problem()).isEmpty();
    }

    @Test
    void leavesNothingInBetween() throws Exception {
        var room = new AuditRoom(folder);
        for (int i = 0; i < 10; i++) {
            room.does("ann", "many", "number " + i);
        }
        room.part(Ledger.class)
                .write(writer -> room.part(Chain.class).settle(writer, 3))
                .toCompletableFuture()
                .join();
        assertThat(room.first("SELECT count(*) FROM audit")).isEqualTo("3");
        assertThat(room.verify().rows()).isEqualTo(10);
        room.close();
    }

    @Test
    void losesNothingWhileTheTableTakesNoRows() throws Exception {
        var room = new AuditRoom(folder);
        room.does("ann", "deploy", "first");
        room.settle();
        room.execute("CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'broken'); END");
        room.does("ann", "deploy", "second");
        assertThatThrownBy(room::settle).rootCause().hasMessageContaining("broken");
        assertThat(room.verify().rows()).isEqualTo(2);
        assertThat(room.audit().isFailing()).isFalse();
        room.execute("DROP TRIGGER broken");
        room.settle();
        assertThat(room.first("SELECT count(*) FROM audit")).isEqualTo("2");
        room.close();
    }
}
