package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.Attachment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What waits for approval: until when, what it is bound to, and who sees it. */
class WaitingApprovalTest extends ApprovalTrials {
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
}
