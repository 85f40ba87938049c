package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of what a server does not pass on. */
class RefusalsTest extends SpeakingTest {
    private Mouth speaks() {
        return speaks(Runnable::run, new Rests(InstantSource.system()));
    }

    @Test
    void goesOnSpeakingAfterALineWasRefusedForWhatItSays() {
        var mouth = speaks();
        var owed = mouth.reply(ASKED, Content.of("a bad word").keyed("ref.0"));
        peer.awaits("^PING taken-1");
        peer.sends(":peer 404 bell #ops :Your message contained a banned phrase (bad) and was blocked.");
        assertFails(owed, "irc.refused");
        assertThat(List.of(peer.next(), peer.next()))
                .containsExactlyInAnyOrder(
                        "PING refused-1",
                        "NOTICE ann :test refused a line of mine to #ops: Your message contained a banned phrase (bad)"
                                + " and was blocked. Ask me here, or in another channel.");
        answers("PING taken-1", "PING refused-1");

        var next = mouth.reply(ASKED, Content.of("a good word"));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :ann: a good word");
        answers(peer.awaits("^PING taken-2"));
        assertThat(next.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(network.mayRefuse("#ops")).isFalse();
    }

    @Test
    void takesTheLinesOfOneAnswerForOneRefusal() {
        var mouth = speaks();
        var owed = mouth.reply(ASKED, Content.of("bad\ngood\nbad").keyed("ref.0"));
        peer.awaits("^PING taken-1");
        for (int i = 0; i < 2; i++) {
            peer.sends(":peer 404 bell #ops :Your message cannot contain 90% or more capital letters");
        }
        assertFails(owed, "irc.refused");
        peer.awaits("^PING refused-1");
        assertThat(network.closed("#ops")).isEmpty();
    }

    @Test
    void takesARefusalForThatOfTheAnswerBeforeTheQuestionThatIsOpen() {
        var mouth = speaks();
        var bad = mouth.reply(ASKED, Content.of("bad").keyed("ref.0"));
        peer.awaits("^PING taken-1");
        var good = mouth.reply(ASKED, Content.of("good").keyed("ref.1"));
        peer.awaits("^PING taken-2");
        peer.sends(":peer 404 bell #ops :not so");
        assertFails(bad, "irc.refused");
        answers("PING taken-1", "PING taken-2");
        assertThat(good.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void closesNoChannelForWhatOnlyALineCanBeRefusedFor() {
        var mouth = speaks();
        for (var number : List.of("408", "936", "417", "404")) {
            var owed = mouth.reply(ASKED, Content.of("bad").keyed("ref." + number));
            var question = peer.awaits("^PING taken-");
            peer.sends(":peer " + number + " bell #ops :not so");
            assertFails(owed, "irc.refused");
            peer.awaits("^NOTICE ");
            answers(question);
        }
        assertThat(network.closed("#ops")).isEmpty();
    }

    @Test
    void tellsWhoeverAsksInAChannelThatLetsItSayNothing() {
        var mouth = speaks();
        closesOps(mouth);

        assertFails(mouth.reply(ASKED, Content.of("more")), "irc.refused");
        assertThat(peer.next())
                .isEqualTo("NOTICE ann :test does not let me speak in #ops now: Cannot send to channel (+m is set)."
                        + " Ask me here, or in another channel.");
        assertThat(network.state())
                .matches("connected as bell, in #ops, silent in #ops \\(Cannot send to channel \\(\\+m is set\\);"
                        + " I try again in (60|5.) s\\)");
        assertFails(mouth.say(OPS, Content.of("more")), "irc.refused");
        peer.sends(":bell!bell@host JOIN #ops").awaits("^MODE ");
        assertThat(mouth.say(OPS, Content.of("after")).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :after");
    }

    /** Two answers are refused there, of which the second is not even journalled. */
    private void closesOps(Mouth mouth) {
        var owed = mouth.reply(ASKED, Content.of("owed").keyed("ref.0"));
        peer.awaits("^PING taken-1");
        peer.sends(":peer 404 bell #OPS :Cannot send to channel (+m is set)");
        assertFails(owed, "irc.refused");
        peer.awaits("^PING refused-1");
        answers("PING taken-1", "PING refused-1");
        var second = mouth.reply(ASKED, Content.of("second"));
        peer.awaits("^PING taken-2");
        peer.sends(":peer 404 bell #OPS :Cannot send to channel (+m is set).");
        assertFails(second, "irc.refused");
        peer.awaits("^NOTICE ann :test refused a line of mine to #");
    }

    private void answers(String... questions) {
        for (var question : questions) {
            peer.sends(question.replace("PING ", ":peer PONG peer :"));
        }
        peer.sends("PING :answered").awaits("^PONG :answered");
    }

    @Test
    void speaksAgainAsSoonAsTheModesOfAChannelChange() {
        var mouth = speaks();
        closesOps(mouth);
        peer.sends(":ann!a@host MODE #ops -M").sends("PING :open").awaits("^PONG :open");
        assertThat(mouth.say(OPS, Content.of("after")).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void saysAgainWhatWasRefusedBecauseItWasKickedMeanwhile() {
        var mouth = speaks();
        var owed = mouth.reply(ASKED, Content.of("owed").keyed("ref.0"));
        peer.awaits("^PING ");
        peer.sends(":ann!a@host KICK #ops bell :flood").sends(":peer 404 bell #ops :No external messages");
        assertFails(owed, "irc.away");
    }

    @Test
    void tellsInTheChannelWhatAPersonsModesRefuse() {
        var mouth = speaks();
        var whispered = mouth.whisper(Ids.user("test", "ann!a@host"), ASKED, Content.of("not even journalled"));
        peer.awaits("^PING ");
        peer.sends(":peer 716 bell ann :is in +g mode (server-side ignore).");
        assertThat(peer.awaits("^PRIVMSG #ops "))
                .isEqualTo("PRIVMSG #ops :ann: I could not write to you directly. test refused a line of mine to ann:"
                        + " is in +g mode (server-side ignore).");
        assertFails(whispered, "irc.undeliverable");
    }

    @Test
    void givesUpOnAGuestWhomTheServerKnowsNoMore() {
        var mouth = speaks();
        peer.sends(":eve!e@host PRIVMSG bell :!run").sends("PING :heard").awaits("^PONG :heard");
        var eve = Ids.direct("test", "eve!e@host");
        var owed = mouth.say(eve, Content.of("owed").keyed("ref.0"));
        peer.awaits("^PING taken-1");
        peer.sends(":peer 401 bell eve :No such nick");
        assertFails(owed, "irc.unreachable");
        assertFails(mouth.say(eve, Content.of("owed").keyed("ref.0")), "irc.undeliverable");
    }

    @Test
    void triesAgainWhatIsOwedToSomebodyWhoIsNotThereUnderThatNick() {
        var mouth = speaks();
        var owed = mouth.say(ANN, Content.of("owed").keyed("ref.0"));
        peer.awaits("^PING ");
        peer.sends(":peer 401 bell ann :No such nick");
        assertFails(owed, "irc.unreachable");
        assertThat(owed.toCompletableFuture())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("They are not on test under that nick any more.");
    }
}
