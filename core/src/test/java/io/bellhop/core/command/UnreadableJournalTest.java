package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.Command;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.journal.Recovery;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what is owed while the journal can't be read. */
class UnreadableJournalTest {
    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime();
    private final FakeConnector connector = new FakeConnector();

    static final class Payments {
        @Command(name = "pay", help = "Pays.")
        String pay(String whom) {
            return "paid " + whom;
        }
    }

    @Test
    void isPaidOnceItCanBeRead() throws Exception {
        crashWithAReplyUnsent();
        var room = open("after");
        room.awaitIdle();
        rename(room, "journal", "aside");
        room.injector.getInstance(Recovery.class).connected("test");
        room.awaitIdle();
        assertThat(room.texts(0)).isEmpty();
        rename(room, "aside", "journal");
        time.advance(Duration.ofSeconds(10));
        room.awaitIdle();
        assertThat(room.texts(0)).containsExactly("paid bob");
        room.close();
    }

    private void crashWithAReplyUnsent() throws Exception {
        connector.away(true);
        var room = open("before");
        room.send("ann", "!pay bob");
        room.awaitIdle();
        Disk.copy(folder.resolve("before"), folder.resolve("after"));
        room.close();
        connector.away(false);
    }

    private Room open(String name) {
        return new Room(folder.resolve(name), time, connector, PoolOptions.DEFAULT, new Payments());
    }

    private static void rename(Room room, String from, String to) {
        room.injector
                .getInstance(CoreDatabase.class)
                .jdbi()
                .useHandle(handle -> handle.execute("ALTER TABLE " + from + " RENAME TO " + to));
    }
}
