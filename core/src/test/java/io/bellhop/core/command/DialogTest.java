package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.dialog.Dialogs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DialogTest {
    private final Room room = new Room(new AskingCommands());

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void goesOnWithTheLineThatAsked() {
        assertThat(room.ann("!weather")).isEqualTo("Which city?");
        assertThat(room.ann("New York")).isEqualTo("rain in New York");
        assertThat(room.says("ann", "Oslo")).isEmpty();
    }

    @Test
    void goesOnWithAnotherCommandAndWhatIsKnown() {
        assertThat(room.ann("!order")).startsWith("Which size?");
        assertThat(room.ann("Large")).isEqualTo("Which topping?");
        assertThat(room.ann("-ham \"and\" eggs")).isEqualTo("LARGE, a \\ \"b\", -ham \"and\" eggs");
    }

    @Test
    void offersTheAnswersAsChoices() {
        room.ann("!order");
        assertThat(room.connector.sent().getLast().content().choices())
                .extracting(choice -> choice.label() + ": " + choice.invocation())
                .containsExactly("small: order topping \"small\"", "large: order topping \"large\"");
    }

    @Test
    void insistsOnOneOfTheAnswers() {
        room.ann("!order");
        assertThat(room.ann("huge")).isEqualTo("Answer one of small, large, or cancel.");
        assertThat(room.ann("small")).isEqualTo("Which topping?");
    }

    @Test
    void insistsTwiceAndThenLetsItsUserTalkOfSomethingElse() {
        room.ann("!order");
        assertThat(room.ann("huge")).isEqualTo("Answer one of small, large, or cancel.");
        assertThat(room.ann("by the way")).isEqualTo("Answer one of small, large, or cancel.");
        assertThat(room.ann("tea?")).startsWith("That is none of small, large either.");
        assertThat(room.says("ann", "or coffee?")).isEmpty();
    }

    @Test
    void hearsTheAskedAloneAndOnlyWhereTheyWereAsked() {
        room.ann("!weather");
        assertThat(room.says("bob", "Oslo")).isEmpty();
        assertThat(room.saysIn("other", "ann", "Oslo")).isEmpty();
        assertThat(room.ann("Rome")).isEqualTo("rain in Rome");
    }

    @Test
    void takesNoEditForAnAnswer() {
        var talk = room.message("ann", "hello");
        Room.await(room.send(talk));
        room.ann("!weather");
        assertThat(room.edits(talk, "hello there")).isEmpty();
        assertThat(room.ann("Rome")).isEqualTo("rain in Rome");
    }

    @Test
    void goesOnWithAnAnswerAsTheQuestionWroteIt() {
        room.ann("!paint");
        assertThat(room.ann("RED")).isEqualTo("painted red");
    }

    @Test
    void holdsADialogInEachChannel() {
        room.ann("!weather");
        assertThat(room.saysIn("other", "ann", "!order").getFirst()).startsWith("Which size?");
        assertThat(room.ann("Rome")).isEqualTo("rain in Rome");
        assertThat(room.saysIn("other", "ann", "small")).containsExactly("Which topping?");
    }

    @Test
    void endsWhenTheAskedSayCancel() {
        room.ann("!weather");
        assertThat(room.ann("cancel")).isEqualTo("Cancelled.");
        assertThat(room.says("ann", "Oslo")).isEmpty();
    }

    @Test
    void endsByAnotherCommandButNotByASlip() {
        room.ann("!weather");
        assertThat(room.ann("!osl")).startsWith("There is no command osl.");
        assertThat(room.ann("!note")).isEqualTo("What?");
        assertThat(room.ann("!weather Rome")).isEqualTo("rain in Rome");
        assertThat(room.says("ann", "Oslo")).isEmpty();
    }

    @Test
    void saysInItsPlaceThatNoAnswerCame() {
        room.ann("!order");
        int before = room.connector.sent().size();
        room.time.advance(Duration.ofMinutes(1));
        assertThat(room.texts(before)).containsExactly("Which size?\nNo answer came within 1m.");
        assertThat(room.says("ann", "small")).isEmpty();
    }

    @Test
    void saysSoOnceThePlatformIsBack() {
        room.ann("!order");
        int before = room.connector.sent().size();
        room.connector.away(true);
        room.time.advance(Duration.ofMinutes(2));
        room.connector.away(false);
        room.time.advance(Duration.ofMinutes(1));
        assertThat(room.texts(before)).containsExactly("Which size?\nNo answer came within 1m.");
    }

    @Test
    void waitsNoLongerBecauseTheClockWasSetBack() {
        room.ann("!order");
        room.time.jump(Duration.ofDays(-1));
        room.time.advance(Duration.ofMinutes(1));
        assertThat(room.says("ann", "small")).isEmpty();
    }

    @Test
    void answersNothingToTheIgnored() {
        room.ann("!weather");
        room.ignore("ann");
        assertThat(room.says("ann", "Oslo")).isEmpty();
        assertThat(room.says("ann", "cancel")).isEmpty();
    }

    @Test
    void checksTheRankWhenTheAnswerFires() {
        room.ann("!secrets");
        assertThat(room.ann("42")).contains("access.rank");
        room.ann("!secrets");
        room.rank("ann", Rank.MODERATOR);
        assertThat(room.ann("42")).isEqualTo("the secret 42");
    }

    @Test
    void asksForWhatALineLacksOneAfterTheOther() {
        assertThat(room.ann("!form -names a b"))
                .isEqualTo("It needs count (how many). Send it now, or cancel. "
                        + "Usage: !form [-names NAMES...] -count COUNT SIZE TITLE ```CODE```");
        assertThat(room.ann("many")).contains("is not a whole number").endsWith("Answer again, or cancel.");
        assertThat(room.ann("4")).startsWith("It needs size (how large).");
        assertThat(room.ann("large")).startsWith("It needs title.");
        assertThat(room.ann("The \"end\"")).startsWith("Send the code now");
        assertThat(room.says("ann", "wait a moment")).isEmpty();
        assertThat(room.ann("```js\nlet a = `x`;\n```")).isEqualTo("[a, b] 4 LARGE The \"end\" js:let a = `x`;");
    }

    @Test
    void keepsTheCodeWhileItAsksForWords() {
        room.ann("!form -count 4 small\n````\n```\n````");
        assertThat(room.ann("title")).isEqualTo("[] 4 SMALL title :```");
    }

    @Test
    void stopsAskingAfterThreeWrongAnswers() {
        room.ann("!form");
        assertThat(room.ann("a")).endsWith("Answer again, or cancel.");
        assertThat(room.ann("b")).endsWith("Answer again, or cancel.");
        assertThat(room.ann("c")).doesNotContain("Answer again");
        assertThat(room.says("ann", "4")).isEmpty();
    }

    @Test
    void takesAFileThatComesLater() {
        assertThat(room.ann("!keep plan")).startsWith("It needs a file: attach file to your next message.");
        assertThat(room.says("ann", "where is it")).isEmpty();
        assertThat(room.ann("", Attachment.of("a.txt", "x"))).isEqualTo("plan=a.txt");
    }

    @Test
    void takesTheRestAsItWasWritten() {
        room.ann("!note");
        assertThat(room.ann("it's  \"raw\" -x")).isEqualTo("7: it's  \"raw\" -x");
    }

    @Test
    void takesTheRestWithItsCode() {
        room.ann("!post");
        assertThat(room.ann("look ```js\n1\n```")).isEqualTo("look: 1");
        room.ann("!post ```js\n1\n```");
        assertThat(room.ann("look")).isEqualTo("look: 1");
    }

    @Test
    void survivesAnUpgradeAndSaysThatItsPluginIsAway() {
        room.ann("!weather");
        room.host().withdraw(Room.HOST);
        assertThat(room.ann("Oslo")).startsWith("The plugin trial, which asked this, is not running.");
        var again = new AskingCommands();
        room.host().announce(Room.HOST, TrialPlugin.declarations(again));
        room.host().serve(Room.HOST, room.pool, List.of(again));
        assertThat(room.ann("Oslo")).isEqualTo("rain in Oslo");
    }

    @Test
    void blamesThePluginWhoseQuestionGoesNowhere() {
        assertThat(room.ann("!astray")).contains("plugin.failed");
        assertThat(room.faults).hasSize(1);
    }

    @Test
    void forgetsAPerson() {
        room.ann("!weather");
        var ann = new UserId("test", "ann");
        var dialogs = room.injector.getInstance(Dialogs.class);
        assertThat(dialogs.of(ann)).hasSize(1);
        assertThat(dialogs.export(ann).toString()).contains("Which city?");
        assertThat(dialogs.forget(ann)).containsExactly("open questions (1)");
        assertThat(dialogs.forget(ann)).isEmpty();
        assertThat(room.says("ann", "Oslo")).isEmpty();
    }
}
