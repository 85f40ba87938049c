package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.FakeConnector.Verb;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an invocation when its message is changed or deleted. */
class EditTest {
    private final TrialCommands trials = new TrialCommands();
    private final Room room = new Room(trials, new Rerun());

    /** Commands that an edit runs again. */
    static final class Rerun {
        @Command(name = "sum", help = "Adds.", rerunOnEdit = true)
        String sum(int a, int b) {
            return "" + (a + b);
        }

        @Command(name = "parts", help = "Replies often.", repeatable = true)
        String parts(Invocation asked) {
            asked.reply(Text.of("one"));
            return "two";
        }

        @Command(name = "apart", help = "Whispers.", rerunOnEdit = true, visibility = Visibility.WHISPER)
        String apart() {
            return "psst";
        }

        @Command(name = "nothing", help = "Says nothing.", rerunOnEdit = true)
        void nothing() {}
    }

    private List<Verb> verbs() {
        return room.connector.sent().stream().map(Sent::verb).toList();
    }

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
    void runsNothingTwiceThatMayHaveRunBeforeARestart(@TempDir Path home) throws Exception {
        var message = room.message("ann", "!hello");
        Room.await(room.send(message));
        var later = new VirtualTime();
        later.advance(Duration.ofSeconds(5));
        var restarted =
                new Room(home, later, new FakeConnector(), PoolOptions.DEFAULT, new TrialCommands(), new Rerun());
        assertThat(restarted.edits(message, "!hello again")).isEmpty();
        assertThat(restarted.edits(message, "!sum 1 2")).containsExactly("3");
        restarted.close();
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

    @Test
    void changesTheAnswerInItsPlace() {
        var message = room.message("ann", "!sum 1 2");
        Room.await(room.send(message));
        assertThat(room.edits(message, "!sum 2 3")).containsExactly("5");
        assertThat(room.edits(message, "!sum 3 4")).containsExactly("7");
        assertThat(verbs()).containsExactly(Verb.REPLY, Verb.EDIT, Verb.EDIT);
    }

    @Test
    void changesARefusalInItsPlace() {
        var message = room.message("ann", "!smu 1 2");
        Room.await(room.send(message));
        assertThat(room.edits(message, "!sum 1")).singleElement().asString().contains("It needs b");
        assertThat(room.edits(message, "!secret")).singleElement().asString().startsWith("This needs rank 900");
        assertThat(room.edits(message, "!sum 1 2")).containsExactly("3");
        assertThat(verbs()).containsExactly(Verb.REPLY, Verb.EDIT, Verb.EDIT, Verb.EDIT);
    }

    @Test
    void changesSeveralAnswersIntoOne() {
        var message = room.message("ann", "!parts");
        Room.await(room.send(message));
        assertThat(room.edits(message, "!sum 2 3")).containsExactly("5");
        assertThat(verbs()).containsExactly(Verb.REPLY, Verb.REPLY, Verb.EDIT);
    }

    @Test
    void neverPutsAWhisperWhereEverybodyReads() {
        var message = room.message("ann", "!sum 1 2");
        Room.await(room.send(message));
        room.edits(message, "!apart");
        assertThat(verbs()).containsExactly(Verb.REPLY, Verb.DELETE, Verb.WHISPER);
    }

    @Test
    void takesAnAnswerBackThatNothingReplaces() {
        var message = room.message("ann", "!sum 1 2");
        Room.await(room.send(message));
        room.edits(message, "!nothing");
        assertThat(verbs()).containsExactly(Verb.REPLY, Verb.DELETE);
    }

    @Test
    void keepsTheAnswerOfWhatIsNoCommandAnyMore() {
        var message = room.message("ann", "!sum 1 2");
        Room.await(room.send(message));
        assertThat(room.edits(message, "never mind")).isEmpty();
        room.deletes(message);
        assertThat(verbs()).containsExactly(Verb.REPLY, Verb.DELETE);
    }

    @Test
    void deletesTheAnswerWithItsMessage() {
        var message = room.message("ann", "!sum 1 2");
        Room.await(room.send(message));
        room.deletes(message);
        assertThat(verbs()).containsExactly(Verb.REPLY, Verb.DELETE);
    }

    @Test
    void deletesEvenWhatIsAnsweredAfterwards() {
        var message = room.message("ann", "!later");
        var answered = room.send(message);
        room.deletes(message);
        Room.await(answered);
        trials.later.complete("too late");
        assertThat(room.texts(0)).doesNotContain("too late");
    }

    @Test
    void leavesOldAnswersAlone() {
        var message = room.message("ann", "!sum 1 2");
        Room.await(room.send(message));
        room.time.advance(Duration.ofMinutes(11));
        assertThat(room.edits(message, "!sum 2 3")).isEmpty();
        room.deletes(message);
        assertThat(verbs()).containsExactly(Verb.REPLY);
    }
}
