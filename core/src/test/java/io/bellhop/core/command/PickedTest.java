package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.core.command.admission.Firing;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.testkit.FakeConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an invocation knows of the answer under which it was picked. */
class PickedTest {
    private final Room room = new Room(new Where());

    static final class Where {
        @Command(name = "where", help = "Tells under what it was picked.")
        String where(Invocation asked) {
            return asked.picked().map(Receipt::message).map(Object::toString).orElse("nowhere");
        }
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void tellsWhereAChoiceWasPicked() {
        var message = room.message("ann", "well").id();
        var user = room.connector.heard("ann", Room.LOBBY);
        Room.await(room.injector
                .getInstance(EventBroker.class)
                .publish(new ChoicePicked(Choice.of("Go", "where"), message, Room.LOBBY, user)));

        assertThat(room.texts(0)).containsExactly(message.toString());
    }

    @Test
    void tellsNothingOfWhatWasTypedOrFired() {
        assertThat(room.ann("!where")).isEqualTo("nowhere");

        var message = room.message("ann", "well").id();
        Room.await(
                room.injector.getInstance(Firing.class).fire(message, Room.LOBBY, FakeConnector.named("ann"), "where"));

        assertThat(room.texts(1)).containsExactly("nowhere");
    }
}
