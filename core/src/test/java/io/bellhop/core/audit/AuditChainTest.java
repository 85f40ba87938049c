package io.bellhop.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditChainTest {
    @TempDir
    Path folder;

    private AuditRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new AuditRoom(folder);
        for (int i = 1; i <= 5; i++) {
            room.does(i % 2 == 0 ? "bob" : "ann", "deploy", "step " + i);
        }
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void verifiesWhatNobodyTouched() {
        var verdict = room.verify();
        assertThat(verdict.problem()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(5);
        assertThat(verdict.head()).isEqualTo(room.audit().head());
    }

    @Test
    void goesOnWithTheChainAfterARestart() throws Exception {
        room.close();
        room = new AuditRoom(folder);
        room.does("ann", "deploy", "step 6");
        assertThat(room.verify().problem()).isEmpty();
        assertThat(room.verify().rows()).isEqualTo(6);
    }

    @Test
    void writesManyAtOnceInTheirOrder() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            room.audit().record(AuditRoom.deed("ann", "many", "number " + i));
        }
        assertThat(room.audit().drain(Duration.ofSeconds(60))).isTrue();
        assertThat(room.verify().rows()).isEqualTo(2_005);
        assertThat(room.verify().problem()).isEmpty();
    }

    @Test
    void seesAChangedRow() throws Exception {
        room.tamper("UPDATE audit SET outcome = 'failed' WHERE number = 3");
        assertThat(room.verify().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("Row 3 was changed"));
    }

    @Test
    void seesAFlippedBitOfWhatIsEncrypted() throws Exception {
        room.tamper(
                "UPDATE audit SET details = 'A' || substr(details, 2) WHERE number = 2 AND details NOT LIKE 'A%'",
                "UPDATE audit SET details = 'B' || substr(details, 2) WHERE number = 3");
        assertThat(room.verify().problem()).isPresent();
    }

    @Test
    void seesADeletedRow() throws Exception {
        room.tamper("DELETE FROM audit WHERE number = 3");
        assertThat(room.verify().problem()).contains("The rows from 3 to 3 are missing.");
    }

    @Test
    void seesDeletedRowsAtTheBeginning() throws Exception {
        room.tamper("DELETE FROM audit WHERE number < 3");
        assertThat(room.verify().problem()).contains("The rows from 1 to 2 are missing.");
    }

    @Test
    void seesTwoRowsThatChangedPlaces() throws Exception {
        room.tamper(
                "UPDATE audit SET number = 99 WHERE number = 2",
                "UPDATE audit SET number = 2 WHERE number = 3",
                "UPDATE audit SET number = 3 WHERE number = 99");
        assertThat(room.verify().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("Row 2 was changed"));
    }

    @Test
    void seesACutTailByTheHeadThatItNoted() throws Exception {
        room.audit().noteHead();
        room.close();
        room = new AuditRoom(folder);
        room.tamper("DELETE FROM audit WHERE number > 3");
        assertThat(room.verify().problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("ends at row 3, though row 5 was there"));
    }

    @Test
    void seesACutTailByAHeadFromABackup() throws Exception {
        var head = room.audit().head();
        room.close();
        room = new AuditRoom(folder);
        room.tamper("DELETE FROM audit WHERE number > 3");
        assertThat(room.verify().problem()).isEmpty();
        assertThat(room.verify(head).problem()).isPresent();
    }

    @Test
    void seesAChainThatWasWrittenAnew() throws Exception {
        var head = room.audit().head();
        room.close();
        room = new AuditRoom(folder);
        room.tamper("DELETE FROM audit");
        for (int i = 1; i <= 7; i++) {
            room.does("ann", "nothing", "");
        }
        assertThat(room.verify().problem()).isEmpty();
        assertThat(room.verify(head).problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("Row 5 is not the one that was noted"));
    }

    @Test
    void notesItsHeadWithTimeAndRows() throws Exception {
        var noted = folder.resolve("logs/audit.head");
        assertThat(noted).doesNotExist();
        room.time.advance(Duration.ofMinutes(10));
        assertThat(Head.parse(Files.readString(noted))).contains(room.audit().head());
        for (int i = 0; i < 1_000; i++) {
            room.audit().record(AuditRoom.deed("ann", "many", ""));
        }
        room.audit().drain(Duration.ofSeconds(60));
        assertThat(Head.parse(Files.readString(noted)).orElseThrow().number()).isGreaterThan(1_000);
    }

    @Test
    void letsNobodyChangeDeleteOrSlipInRows() {
        for (var sql : new String[] {
            "UPDATE audit SET outcome = 'failed' WHERE number = 3",
            "DELETE FROM audit WHERE number = 1",
            "DELETE FROM audit",
            "INSERT OR REPLACE INTO audit SELECT number, at, ref, person, connector, space, action, plugin, version,"
                    + " 'failed', details, hash FROM audit WHERE number = 3",
            "INSERT INTO audit SELECT number + 7, at, ref, person, connector, space, action, plugin, version,"
                    + " outcome, details, hash FROM audit WHERE number = 5",
            "INSERT INTO audit_checkpoint VALUES (4, 'made up')",
        }) {
            assertThatThrownBy(() -> room.execute(sql)).as(sql).rootCause().hasMessageContaining("the audit is");
        }
        assertThat(room.verify().problem()).isEmpty();
    }
}
