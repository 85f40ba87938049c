package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an invocation when its message is changed or deleted. */
class EditTest {
    private final TrialCommands trials = new TrialCommands();
    private final Room room = new Room(trials);

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void answersAMendedTypo() {
        var message = room.message("ann", "!hlelo");
        Room.await(room.send(message));
        assertThat(room.edits(message, "!hello")).containsExactly("hello");
    }

    @Test
    void runsNothingTwiceBecauseOfAnEdit() {
        var message = room.message("ann", "!hello");
        Room.await(room.send(message));
        assertThat(room.edits(message, "!hello again")).isEmpty();
    }

    @Test
    void runsNothingBesideWhatTheSameMessageAskedFor() throws InterruptedException {
        var message = room.message("ann", "!block");
        var answered = room.send(message);
        trials.begun.take();
        assertThat(room.edits(message, "!hello")).isEmpty();
        trials.gate.countDown();
        Room.await(answered);
    }

    @Test
    void leavesOldMessagesAlone() {
        var message = room.message("ann", "well");
        room.time.advance(Duration.ofMinutes(11));
        assertThat(room.edits(message, "!hello")).isEmpty();
    }

    @Test
    void replacesWhatStillWaits() throws InterruptedException {
        var first = room.send("ann", "!block");
        trials.begun.take();
        var message = room.message("ann", "!block");
        var second = room.send(message);
        assertThat(room.edits(message, "!hello")).containsExactly("hello");
        Room.await(second);
        trials.gate.countDown();
        Room.await(first);
        assertThat(room.connector.sent()).hasSize(2);
    }

    @Test
    void dropsSilentlyWhatWasAskedByAMessageThatIsGone() throws InterruptedException {
        var message = room.message("ann", "!block");
        var answered = room.send(message);
        trials.begun.take();
        room.deletes(message);
        Room.await(answered);
        assertThat(room.connector.sent()).isEmpty();
    }
}
