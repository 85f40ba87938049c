package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.Command;
import io.bellhop.core.chat.ConnectorRegister;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When owed replies are sent once their platform is back. */
class AwayPlatformTest {
    private final Echo plugin = new Echo();
    private final Room room = new Room(plugin);

    static final class Echo {
        private Runnable beforeReload = () -> {};

        @Command(name = "echo", help = "Says it.")
        String echo(String what) {
            return what;
        }

        @Command(name = "reload", help = "Takes the connector away.")
        String reload() {
            beforeReload.run();
            return "gone";
        }
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void sendsWhatIsOwedSoonAfterALongAbsenceAndInOrder() throws Exception {
        owes("one", "two", "three");
        pass(3600);

        room.connector.away(false);
        pass(8);
        assertThat(room.texts(0)).containsExactly("one", "two", "three");
    }

    @Test
    void sendsWhatIsOwedAsSoonAsAnythingArrivesThere() throws Exception {
        owes("one", "two");
        pass(3600);

        room.connector.away(false);
        room.send("ann", "!echo three");
        room.awaitIdle();
        assertThat(room.texts(0)).containsExactly("three", "one", "two");

        pass(60);
        assertThat(room.texts(0)).hasSize(3);
    }

    @Test
    void takesNoSignFromAnotherChannel() throws Exception {
        owes("one");
        room.connector.away(false);
        room.saysIn("garden", "ann", "!echo elsewhere");
        room.awaitIdle();
        assertThat(room.texts(0)).containsExactly("elsewhere");

        pass(1);
        assertThat(room.texts(0)).containsExactly("elsewhere", "one");
    }

    @Test
    void callsNothingARepeatOfWhichNothingCanHaveGoneOut() throws Exception {
        var connectors = room.injector.getInstance(ConnectorRegister.class);
        room.connector.forgetful();
        plugin.beforeReload = () -> connectors.remove(room.connector);
        room.send("ann", "!reload");
        room.awaitIdle();

        connectors.add(room.connector);
        pass(1);
        assertThat(room.texts(0)).containsExactly("gone");
    }

    private void owes(String... replies) {
        room.connector.away(true);
        for (var reply : replies) {
            room.send("ann", "!echo " + reply);
            room.awaitIdle();
        }
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            room.time.advance(Duration.ofSeconds(1));
            room.awaitIdle();
        }
    }
}
