package io.bellhop.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingAuditTest {
    @TempDir
    Path folder;

    private AuditRoom room;
    private String first;

    @BeforeEach
    void open() throws Exception {
        room = new AuditRoom(folder);
        room.does("ann", "deploy", "before");
        room.execute("CREATE TRIGGER broken BEFORE INSERT ON audit_note BEGIN SELECT RAISE(ABORT, 'broken'); END");
        room.audit().record(AuditRoom.deed("ann", "deploy", "meanwhile"));
        first = alarm();
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void isLoud() {
        assertThat(room.audit().isFailing()).isTrue();
        assertThat(first).contains("can't be written");
    }

    @Test
    void losesNothingAndTellsWhenItWorksAgain() throws Exception {
        room.audit().record(AuditRoom.deed("ann", "deploy", "still"));
        room.execute("DROP TRIGGER broken");
        room.time.advance(Duration.ofSeconds(5));
        assertThat(room.audit().drain(Duration.ofSeconds(60))).isTrue();
        assertThat(alarm()).contains("written again");
        assertThat(room.audit().isFailing()).isFalse();
        assertThat(room.verify().rows()).isEqualTo(3);
    }

    private String alarm() throws InterruptedException {
        return room.alarms.poll(60, TimeUnit.SECONDS);
    }
}
