package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Need;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Commands;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.approval.ApprovalCommands;
import io.bellhop.core.command.run.Invocations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    private final DangerousCommands danger = new DangerousCommands();
    private final Room room = new Room(danger);

    @BeforeEach
    void serve() {
        var commands = room.injector.getInstance(ApprovalCommands.class);
        room.host().announce("core", TrialPlugin.declarations(commands));
        room.host().serve("core", room.pool, List.of(commands));
        room.rank("mia", 500);
        room.rank("max", 500);
        room.rank("mob", 100);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

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

    @Test
    void expiresAndSaysSo() {
        var ref = ask("ann", "!launch");
        int before = room.connector.sent().size();
        room.time.advance(Duration.ofHours(1));
        room.awaitIdle();
        assertThat(room.texts(before)).singleElement().asString().contains(ref, "expired");
        assertThat(room.says("mia", "!approve " + ref)).first().asString().contains("approval.unknown");
    }

    @Test
    void runsNothingThatHasExpiredByTheClock() {
        var ref = ask("ann", "!drop 1 all");
        room.time.jump(Duration.ofDays(2));
        var said = room.says("mia", "!approve " + ref);
        assertThat(said).anyMatch(text -> text.contains("approval.unknown"));
        room.awaitIdle();
        assertThat(all()).filteredOn(text -> text.contains(ref + "), expired")).hasSize(1);
        assertThat(danger.done).isEmpty();
    }

    @Test
    void waitsNoLongerBecauseTheClockWasSetBack() {
        var ref = ask("ann", "!launch");
        room.time.jump(Duration.ofDays(-2));
        room.time.advance(Duration.ofHours(1));
        room.awaitIdle();
        assertThat(room.says("mia", "!approve " + ref)).first().asString().contains("approval.unknown");
    }

    @Test
    void saysHowItEndedOnceThePlatformIsBack() {
        var ref = ask("ann", "!launch");
        int before = room.connector.sent().size();
        room.connector.away(true);
        room.time.advance(Duration.ofHours(1));
        room.awaitIdle();
        room.connector.away(false);
        room.time.advance(Duration.ofMinutes(1));
        room.awaitIdle();
        assertThat(room.texts(before)).singleElement().asString().contains(ref, "expired");
    }

    @Test
    void keepsToWhatWasAskedWhenTheMessageIsEdited() {
        var message = room.message("ann", "!drop 1 one");
        Room.await(room.send(message));
        var ref = ref();
        assertThat(room.edits(message, "!drop 1 everything")).isEmpty();
        room.says("mia", "!approve " + ref);
        settle();
        assertThat(danger.done).containsExactly("one 1");
    }

    @Test
    void withdrawsWhatADeletedMessageAsked() {
        var message = room.message("ann", "!drop 1 one");
        Room.await(room.send(message));
        var ref = ref();
        room.deletes(message);
        assertThat(room.says("mia", "!approve " + ref)).first().asString().contains("approval.unknown");
    }

    @Test
    void bindsCodeAndFilesToo() {
        var ref = ask("ann", "!exec\n```py\nprint(42)\n```", Attachment.of("data.csv", "1,2"));
        room.says("mia", "!approve " + ref);
        settle();
        assertThat(danger.done).containsExactly("py:print(42):1,2");
    }

    @Test
    void refusesFilesThatAreTooLargeToKeep() {
        var large = Attachment.of("data.csv", new byte[300_000]);
        assertThat(room.ann("!exec\n```py\nprint(42)\n```", large)).contains("approval.files");
    }

    @Test
    void keepsNoSecretsWaiting() {
        assertThat(room.ann("!login hunter22")).contains("approval.secret").doesNotContain("hunter22");
    }

    @Test
    void boundsHowMuchOfOneUserWaits() {
        for (int i = 0; i < 10; i++) {
            ask("ann", "!drop 1 " + i);
        }
        assertThat(room.ann("!drop 1 more")).contains("approval.too-many");
        ask("bob", "!drop 1 other");
    }

    @Test
    void doesWhatASpaceRequires() {
        require("look", new Requirement(500, 1));
        var ref = ask("mia", "!look");
        assertThat(room.says("mob", "!approve " + ref)).first().asString().contains("approval.rank");
        room.says("max", "!approve " + ref);
        settle();
        sees("looked");
    }

    @Test
    void needsMoreIfMoreIsRequiredMeanwhile() {
        var ref = ask("ann", "!drop 1 all");
        require("drop", new Requirement(0, 2));
        assertThat(room.says("mia", "!approve " + ref)).containsExactly("Approved: 1 of 2.");
        assertThat(danger.done).isEmpty();
    }

    @Test
    void neverLetsApprovingWaitForApproval() {
        require("approve", new Requirement(0, 3));
        var ref = ask("ann", "!drop 1 all");
        room.says("mia", "!approve " + ref);
        settle();
        assertThat(danger.done).hasSize(1);
    }

    @Test
    void saysWhenNobodyCouldApprove() {
        require("look", new Requirement(999, 1));
        assertThat(room.says("boss", "!look")).first().asString().contains("approval.nobody");
    }

    @Test
    void listsWhatOneMayApproveAndWhatIsOnesOwn() {
        var ref = ask("ann", "!drop 1 all");
        assertThat(room.says("mia", "!approvals")).first().asString().contains(ref, "ann", "drop 1 all");
        assertThat(room.says("ann", "!approvals " + ref)).first().asString().contains("0 of 1");
        assertThat(room.says("bob", "!approvals")).containsExactly("Nothing waits for approval.");
        assertThat(room.says("bob", "!approvals " + ref)).first().asString().contains("approval.unknown");
    }

    @Test
    void takesTheWholeStoryDown() {
        var ref = ask("ann", "!drop 1 all");
        room.says("mia", "!approve " + ref);
        settle();
        assertThat(room.audit.deeds.stream()
                        .filter(deed -> deed.ref().equals(ref))
                        .map(deed -> deed.user().orElseThrow().name() + " " + deed.outcome()))
                .containsExactly("ann asked", "mia approved", "ann fired");
        assertThat(room.audit.lines()).contains("ann drop 1 all: answered");
    }

    private void require(String command, Requirement requirement) {
        var table = room.injector.getInstance(AccessTable.class);
        table.put(new CommandRequirement(command, Optional.empty(), requirement));
    }

    /** Asks for something, and returns the ref under which it waits. */
    private String ask(String user, String text, Attachment... files) {
        Room.await(room.send(user, text, files));
        return ref();
    }

    private String ref() {
        var choices = room.connector.sent().getLast().content().choices();
        assertThat(choices).as(() -> room.texts(0).getLast()).isNotEmpty();
        return choices.getFirst().invocation().substring("approve ".length());
    }

    private List<String> all() {
        return room.texts(0);
    }

    /** Waits until what was approved has run. */
    private void settle() {
        await(() -> room.injector.getInstance(Invocations.class).count() == 0);
    }

    private void sees(String reply) {
        await(() -> all().contains(reply));
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
