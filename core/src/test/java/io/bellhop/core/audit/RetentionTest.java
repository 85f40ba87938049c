package io.bellhop.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path folder;

    private AuditRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new AuditRoom(folder);
        does(3, "old");
        room.time.advance(Duration.ofDays(300));
        does(2, "young");
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void keepsWhatIsYoungEnough() throws Exception {
        cut();
        assertThat(count()).isEqualTo(5);
    }

    @Test
    void cutsWhatIsTooOldAndVerifiesTheRest() throws Exception {
        room.time.advance(Duration.ofDays(66));
        cut();
        assertThat(room.first("SELECT min(number) FROM audit")).isEqualTo("4");
        assertThat(room.first("SELECT action FROM audit WHERE number = 6")).isEqualTo("audit cut");
        assertThat(room.verify().problem()).isEmpty();
        assertThat(room.verify().rows()).isEqualTo(3);
    }

    @Test
    void goesOnAfterACutAndCutsAgain() throws Exception {
        room.time.advance(Duration.ofDays(66));
        cut();
        room.close();
        room = new AuditRoom(folder, room.time);
        does(1, "younger");
        room.time.advance(Duration.ofDays(364));
        does(1, "youngest");
        cut();
        assertThat(room.first("SELECT min(number) FROM audit")).isEqualTo("6");
        assertThat(room.verify().problem()).isEmpty();
    }

    @Test
    void cutsMoreThanFitsIntoOneTransaction() throws Exception {
        does(2_500, "old");
        room.time.advance(Duration.ofDays(366));
        does(1, "young");
        cut();
        assertThat(count()).isEqualTo(2);
        assertThat(room.verify().problem()).isEmpty();
    }

    @Test
    void seesACutThatNobodyWroteDown() throws Exception {
        room.execute("INSERT INTO audit_checkpoint SELECT number, hash FROM audit WHERE number = 4");
        room.execute("DELETE FROM audit WHERE number <= 4");
        assertThat(room.verify().problem()).contains("It was cut up to row 4 without a row that says so.");
    }

    @Test
    void cutsOnceADay() throws Exception {
        room.part(Retention.class).begin();
        room.time.advance(Duration.ofDays(67));
        room.audit().drain(Duration.ofSeconds(60));
        AuditRoom.join(room.part(Retention.class).cut());
        assertThat(room.first("SELECT min(number) FROM audit")).isEqualTo("4");
    }

    @Test
    void cutsNothingOnTheDayOnWhichTheClockLeaps() throws Exception {
        var time = new VirtualTime();
        var options = new AuditOptions(Duration.ofDays(365), folder.resolve("head"), folder);
        new Retention(
                        room.part(CoreDatabase.class),
                        room.part(Ledger.class),
                        room.part(Settling.class),
                        room.part(Notebook.class),
                        time,
                        options)
                .begin();
        time.jump(Duration.ofDays(500));
        time.advance(Duration.ofHours(1));
        does(1, "meanwhile");
        assertThat(count()).isEqualTo(6);
        time.jump(Duration.ofDays(-500));
        time.advance(Duration.ofDays(1));
        does(1, "later");
        assertThat(count()).isEqualTo(7);
        assertThat(room.verify().problem()).isEmpty();
    }

    private void does(int times, String action) throws Exception {
        for (int i = 0; i < times; i++) {
            room.audit().record(AuditRoom.deed("ann", action, ""));
        }
        room.audit().drain(Duration.ofSeconds(60));
    }

    private void cut() throws Exception {
        AuditRoom.join(room.part(Retention.class).cut());
    }

    private int count() {
        return Integer.parseInt(room.first("SELECT count(*) FROM audit"));
    }
}
