package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.access.FakeCommand;
import io.bellhop.core.command.run.Invocations;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.telemetry.meter.Meters;
import io.bellhop.core.telemetry.meter.Refusal;
import io.bellhop.core.testkit.FakeConnector.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvocationTest {
    private final TrialCommands trials = new TrialCommands();
    private Room room = new Room(trials);

    /** Help, as its plugin would serve it. */
    static final class HelpCommands {
        @Command(name = "help", help = "Helps.")
        String help() {
            return "There is a lot.";
        }
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void repliesWithWhatTheMethodReturns() {
        assertThat(room.ann("!hello")).isEqualTo("hello");
        assertThat(room.ann("!Hi  There")).isEqualTo("hello");
    }

    @Test
    void takesAMentionLikeThePrefix() {
        assertThat(room.ann("@bellhop hello")).isEqualTo("hello");
        assertThat(room.ann("@bellhop !hello")).isEqualTo("hello");
        assertThat(room.ann("@bellhop ".repeat(500) + "hello")).isEqualTo("hello");
    }

    @Test
    void leavesTalkAlone() {
        assertThat(room.says("ann", "hello")).isEmpty();
        assertThat(room.says("ann", "!!!")).isEmpty();
        assertThat(room.says("ann", "")).isEmpty();
    }

    @Test
    void suggestsTheNearestCommandOnlyWhenNear() {
        assertThat(room.ann("!helo")).startsWith("There is no command helo. Did you mean !hello?");
        assertThat(room.ann("!xyzzy"))
                .startsWith("There is no command xyzzy. The plugins that are loaded have none of that name. (");
    }

    @Test
    void sendsNobodyToAHelpThatIsNotThere() throws Exception {
        room.close();
        room = new Room(trials, new HelpCommands());
        assertThat(room.ann("!xyzzy")).startsWith("There is no command xyzzy. !help shows what there is. (");
        assertThat(room.ann("!group --help"))
                .startsWith("!group goes on with one of: one, two. !help group tells more. (");
        assertThat(room.ann("!group help"))
                .startsWith("!group goes on with one of: one, two. !help group tells more. (");
    }

    @Test
    void listsWhatAGroupGoesOnWith() {
        assertThat(room.ann("!group")).startsWith("!group goes on with one of: one, two.");
        assertThat(room.ann("!group on")).contains("Did you mean !group one?");
        assertThat(room.ann("!group two")).isEqualTo("2");
    }

    @Test
    void refusesWhoseRankIsTooLow() {
        assertThat(room.ann("!secret"))
                .startsWith("This needs rank 900; yours is 0.")
                .contains("access.rank");
        room.rank("ann", Rank.ADMIN);
        assertThat(room.ann("!secret")).isEqualTo("42");
        assertThat(room.says("boss", "!secret")).containsExactly("42");
    }

    @Test
    void answersNothingToTheIgnored() {
        room.ignore("ann");
        assertThat(room.says("ann", "!hello")).isEmpty();
        assertThat(room.says("ann", "!nothing")).isEmpty();
    }

    @Test
    void whispersWhereTheCommandSaysSo() {
        assertThat(room.ann("!mine")).isEqualTo("psst");
        assertThat(room.connector.sent().getLast().verb()).isEqualTo(Verb.WHISPER);
    }

    @Test
    void tellsNoDetailOfAFailureButItsRef() {
        assertThat(room.ann("!boom"))
                .startsWith("The plugin trial failed.")
                .contains("plugin.failed, ref")
                .doesNotContain("hunter2");
        assertThat(room.faults).hasSize(1);
    }

    @Test
    void showsARefusalWithoutBlamingThePlugin() {
        assertThat(room.ann("!refuse")).startsWith("Not today. (trial.no, ref ");
        assertThat(room.faults).isEmpty();
    }

    @Test
    void waitsForAResultThatComesLater() {
        var answered = room.send("ann", "!later");
        trials.later.complete("at last");
        Room.await(answered);
        assertThat(room.says("bob", "!hello")).containsExactly("hello");
        assertThat(room.connector.sent().getFirst().content().text()).isEqualTo(Text.of("at last"));
    }

    @Test
    void replacesProgressByTheReply() {
        assertThat(room.says("ann", "!steps")).containsExactly("1 of 2", "half", "whole");
        assertThat(room.connector.sent())
                .extracting(sent -> sent.verb())
                .containsExactly(Verb.REPLY, Verb.EDIT, Verb.REPLY);
    }

    @Test
    void stopsWhatOutlivesItsDeadlineAndSaysSo() throws InterruptedException {
        var answered = room.send("ann", "!block");
        trials.begun.take();
        room.time.advance(Duration.ofSeconds(6));
        Room.await(answered);
        assertThat(room.says("ann", "!hello")).containsExactly("hello");
        assertThat(room.connector.sent().getFirst().content().text().toString())
                .contains("took longer than 5s", "command.deadline");
    }

    @Test
    void givesALaterResultNoMoreTimeThanTheCommandHas() {
        var answered = room.send("ann", "!later").toCompletableFuture();
        room.awaitReturned();
        room.time.advance(Duration.ofSeconds(29));
        assertThat(answered).isNotDone();
        room.time.advance(Duration.ofSeconds(2));
        Room.await(answered);
        assertThat(room.connector.sent().getLast().content().text().toString()).contains("command.deadline");
    }

    @Test
    void cancelsAnInvocationByItsRef() throws InterruptedException {
        var answered = room.send("ann", "!block");
        var ref = trials.begun.take();
        var invocations = room.injector.getInstance(Invocations.class);
        assertThat(invocations.cancel("nothing", new Asker("ann"))).isFalse();
        assertThat(invocations.cancel(ref, new Asker("bob"))).isFalse();
        assertThat(invocations.cancel(ref, new Asker("ann"))).isTrue();
        Room.await(answered);
        assertThat(invocations.count()).isZero();
    }

    @Test
    void listsWhatElseOfSomeonesIsRunning() throws InterruptedException {
        var answered = room.send("ann", "!block");
        var ref = trials.begun.take();
        var invocations = room.injector.getInstance(Invocations.class);
        assertThat(invocations.others(new Asker("ann")))
                .extracting(Invocation::ref)
                .containsExactly(ref);
        assertThat(invocations.others(new Asker("bob"))).isEmpty();
        assertThat(invocations.others(new Asker("ann", new FakeCommand("block", List.of(), 0))))
                .as("one cancel is not asked whether it meant another")
                .isEmpty();
        trials.gate.countDown();
        Room.await(answered);
    }

    @Test
    void keepsOneUsersInvocationsOfOneCommandInOrderAndLetsOthersPass() throws InterruptedException {
        var first = room.send("ann", "!block");
        trials.begun.take();
        var second = room.send("ann", "!block");
        assertThat(room.says("ann", "!hello")).containsExactly("hello");
        assertThat(trials.begun.poll()).isNull();
        trials.gate.countDown();
        trials.begun.take();
        Room.await(first);
        Room.await(second);
    }

    @Test
    void letsTheNextInLineGoThoughTheThreadThatEndedTheOneBeforeHasMoreToDo() {
        var first = room.send("ann", "!later");
        room.awaitReturned();
        var second = room.send("ann", "!later");
        var finishing = room.send("bob", "!finish");
        Room.await(first);
        Room.await(second);
        assertThat(finishing.toCompletableFuture()).isNotDone();
        trials.gate.countDown();
        Room.await(finishing);
    }

    @Test
    void holdsACooldownPerUser() {
        assertThat(room.ann("!slow")).isEqualTo("ok");
        assertThat(room.ann("!slow")).startsWith("Not so fast: again in");
        assertThat(room.says("bob", "!slow")).containsExactly("ok");
        room.time.advance(Duration.ofSeconds(11));
        assertThat(room.ann("!slow")).isEqualTo("ok");
    }

    @Test
    void refusesVisiblyWhenFullButTellsAUserOnlyOnceInTenSeconds() throws Exception {
        room.close();
        room = new Room(new PoolOptions(1, 1), trials);
        var first = room.send("ann", "!block");
        trials.begun.take();
        var second = room.send("bob", "!block");
        assertThat(room.says("cat", "!hello")).singleElement().asString().contains("has too much to do");
        assertThat(room.says("cat", "!hello")).isEmpty();
        room.time.advance(Duration.ofSeconds(1));
        assertThat(room.says("dan", "!hello")).hasSize(1);
        var meters = room.injector.getInstance(Meters.class).snapshot();
        assertThat(meters.refusals()).containsEntry(Refusal.OVERLOAD, 3L);
        trials.gate.countDown();
        trials.begun.take();
        Room.await(first);
        Room.await(second);
    }

    @Test
    void countsEachRefusalByItsReason() {
        room.says("ann", "!secret");
        room.says("ann", "!xyzzy");
        room.says("ann", "!group");
        room.says("ann", "!slow");
        room.says("ann", "!slow");
        assertThat(room.injector.getInstance(Meters.class).snapshot().refusals())
                .containsEntry(Refusal.ACCESS, 1L)
                .containsEntry(Refusal.UNKNOWN, 2L)
                .containsEntry(Refusal.COOLDOWN, 1L);
    }

    @Test
    void answersTenThousandAtOnce() {
        int before = room.connector.sent().size();
        var all = new ArrayList<CompletionStage<Void>>();
        for (int i = 0; i < 10_000; i++) {
            all.add(room.send("user" + i, "!hello"));
        }
        all.forEach(Room::await);
        int told = room.connector.sent().size() - before;
        assertThat(told).isEqualTo(10_000);
    }
}
