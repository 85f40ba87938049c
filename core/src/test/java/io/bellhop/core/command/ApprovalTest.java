package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Need;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Commands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who approves of what, and what comes of it. */
class ApprovalTest extends ApprovalTrials {
    @Test
    void showsWhatIsDeclared() {
        var launch = room.injector.getInstance(Commands.class).find("launch").orElseThrow();
        assertThat(launch.approvals()).isEqualTo(new Need(2, 500, Duration.ofHours(1)));
    }

    @Test
    void runsAsTheAskerWhenSomeoneOfTheRankApproves() {
        var ref = ask("ann", "!drop 3 the table");
        assertThat(room.texts(0).getLast()).contains("within 1d: !approve " + ref + " or !deny " + ref + ".");
        assertThat(room.says("mia", "!approvals").getFirst())
                .matches("(?s).*: 0 of 1 approvals by moderators \\(500\\), until \\S+ \\d\\d:\\d\\d:\\d\\d UTC.*");
        assertThat(danger.done).isEmpty();
        var said = room.says("mia", "!approve " + ref);
        assertThat(said).anyMatch(text -> text.contains("It runs now"));
        settle();
        assertThat(danger.done).containsExactly("the table 3");
        sees("dropped the table");
    }

    @Test
    void showsExactlyWhatIsAskedAndLetsItBeDecidedByAClick() {
        room.ann("!drop 3 the table");
        var question = room.connector.sent().getLast().content();
        assertThat(room.texts(0).getLast()).contains("drop 3 the table", "a moderator (500)");
        assertThat(question.choices()).extracting(choice -> choice.label()).containsExactly("Approve", "Deny");
        assertThat(question.choices()).allMatch(choice -> choice.isForEveryone());
    }

    @Test
    void checksArgumentsBeforeItAsks() {
        assertThat(room.ann("!drop three the table")).contains("whole number");
        assertThat(room.says("mia", "!approvals")).containsExactly("Nothing waits for approval.");
    }

    @Test
    void letsNobodyApproveOfTheirOwn() {
        var ref = ask("mia", "!drop 1 all");
        assertThat(room.says("mia", "!approve " + ref)).first().asString().contains("approval.own");
        assertThat(danger.done).isEmpty();
    }

    @Test
    void needsTheRankAndCountsEachOnce() {
        var ref = ask("ann", "!launch");
        assertThat(room.says("mob", "!approve " + ref)).first().asString().contains("approval.rank");
        assertThat(room.says("mia", "!approve " + ref)).containsExactly("Approved: 1 of 2.");
        assertThat(room.says("mia", "!approve " + ref)).first().asString().contains("approval.twice");
        room.says("max", "!approve " + ref);
        settle();
        assertThat(danger.done).containsExactly("launch");
        assertThat(room.says("boss", "!approve " + ref)).anyMatch(text -> text.contains("approval.unknown"));
        assertThat(danger.done).hasSize(1);
    }

    @Test
    void countsOnlyThoseWhoStillHaveTheRank() {
        var ref = ask("ann", "!launch");
        room.says("mia", "!approve " + ref);
        room.rank("mia", 0);
        assertThat(room.says("max", "!approve " + ref)).containsExactly("Approved: 1 of 2.");
        assertThat(danger.done).isEmpty();
    }

    @Test
    void triesAgainWhereThePlatformCantTellWhoAskedOrApproved() {
        var ref = ask("ann", "!launch");
        room.connector.join(new UserId("test", "ron"), new SpaceId("test", "space"), true);
        assertThat(room.says("ron", "!approve " + ref)).containsExactly("Approved: 1 of 2.");
        room.connector.answersLookUps(() -> CompletableFuture.failedStage(new IllegalStateException("away")));
        assertThat(room.says("mia", "!approve " + ref)).first().asString().contains("approval.later");
        assertThat(danger.done).isEmpty();
        room.connector.answersLookUps(() -> CompletableFuture.completedStage(true));
        assertThat(room.says("mia", "!approve " + ref)).contains("Approved. It runs now.");
        settle();
        assertThat(danger.done).containsExactly("launch");
    }

    @Test
    void asksThePlatformForNobodyWhoIsPresent() {
        var ref = ask("ann", "!launch");
        room.connector.answersLookUps(() -> CompletableFuture.failedStage(new IllegalStateException("away")));
        assertThat(room.says("mia", "!approve " + ref)).containsExactly("Approved: 1 of 2.");
        assertThat(room.says("mia", "!approve " + ref)).first().asString().contains("approval.twice");
    }

    @Test
    void tellsBothThatItRunsWhoGiveTheLastApprovalAtOnce() {
        var ref = ask("ann", "!drop 1 all");
        var asked = new CompletableFuture<Boolean>();
        room.connector.answersLookUps(() -> asked);
        int before = room.connector.sent().size();
        var first = room.send("mia", "!approve " + ref);
        var second = room.send("max", "!approve " + ref);
        await(() -> asked.getNumberOfDependents() == 2);
        asked.complete(true);
        Room.await(first);
        Room.await(second);
        settle();
        assertThat(room.texts(before)).contains("Approved. It runs now.", "Approved, as another did just before.");
        assertThat(danger.done).containsExactly("all 1");
    }

    @Test
    void runsNothingForAnAskerWhoIsIgnoredByNow() {
        var ref = ask("ann", "!drop 1 all");
        room.ignore("ann");
        assertThat(room.says("mia", "!approve " + ref)).anyMatch(text -> text.contains("may not run it any more"));
        settle();
        assertThat(danger.done).isEmpty();
    }

    @Test
    void runsNothingWhoseCommandIsGone() {
        var ref = ask("ann", "!drop 1 all");
        room.host().withdraw(Room.HOST);
        assertThat(room.says("mia", "!approve " + ref)).anyMatch(text -> text.contains("not there any more"));
    }

    @Test
    void tellsTheAskerOfADenialAndWhy() {
        var ref = ask("ann", "!drop 1 all");
        var said = room.says("mia", "!deny " + ref + " not on a Friday");
        assertThat(said).contains("Denied.").anyMatch(text -> text.contains("denied by mia: not on a Friday"));
        assertThat(room.says("max", "!approve " + ref)).first().asString().contains("approval.unknown");
    }

    @Test
    void letsTheAskerTakeItBack() {
        var ref = ask("ann", "!drop 1 all");
        assertThat(room.says("ann", "!deny " + ref)).containsExactly("Withdrawn.");
    }
}
