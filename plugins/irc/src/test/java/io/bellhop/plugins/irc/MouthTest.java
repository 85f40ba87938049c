package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the bot says, before a server that does as it is told. */
@Timeout(120)
class MouthTest extends SpeakingTest {
    private static final Content FILE = Content.of(Attachment.of("a.txt", "from the file"));

    private final Queue<Runnable> reading = new ArrayDeque<>();
    private final Rests rests = new Rests(InstantSource.system());

    private Mouth speaks() {
        return speaks(reading::add, rests);
    }

    @Test
    void keepsTheOrderInAPlaceWhileAFileIsRead() {
        var mouth = speaks();
        var _ = mouth.say(OPS, FILE);
        for (int i = 0; i < 5_000; i++) {
            var _ = mouth.say(OPS, Content.of("line " + i));
        }
        var _ = mouth.say(ANN, Content.of("meanwhile"));
        assertThat(peer.next()).isEqualTo("PRIVMSG ann :meanwhile");
        reading.remove().run();
        assertThat(peer.next()).startsWith("PRIVMSG #ops :").contains("a.txt");
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :from the file");
        for (int i = 0; i < 5_000; i++) {
            assertThat(peer.next()).isEqualTo("PRIVMSG #ops :line " + i);
        }
    }

    @Test
    void givesUpOnGuestsWhoHaveLeftAndWaitsForOthers() {
        var mouth = speaks();
        peer.sends(":bob!b@host JOIN #ops").sends(":bob!b@host PART #ops").sends(":ann!a@host QUIT :bye");
        peer.sends("PING :gone").awaits("^PONG :gone");
        assertFails(mouth.say(ANN, Content.of("late")), "irc.undeliverable");
        assertFails(mouth.say(Ids.direct("test", "bob!b@host"), Content.of("late")), "irc.away");
        assertFails(mouth.say(Ids.direct("test", "account"), Content.of("late")), "irc.away");

        peer.sends(":ann!a@host PRIVMSG bell :I am back").sends("PING :back").awaits("^PONG :back");
        assertThat(mouth.say(ANN, Content.of("late")).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void cutsALongAnswerBeforeItsChoices() {
        var mouth = speaks();
        var page = Content.of(numbered(20) + "\nPage 1 of 5")
                .with(Choice.of("Next", "help -page 2"))
                .with(Choice.of("Last", "help -page 5"));
        var _ = mouth.say(OPS, page);
        for (int i = 0; i < 9; i++) {
            assertThat(peer.next()).isEqualTo("PRIVMSG #ops :line " + i);
        }
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :(and 11 more lines; the command more shows what follows)");
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :Page 1 of 5");
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :1) Next");
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :2) Last");
        var left = IntStream.range(9, 20).mapToObj(i -> "line " + i).toList();
        assertThat(rests.take(OPS)).contains(left);
        assertThat(rests.take(OPS)).isEmpty();
        assertThat(rests.take(ANN)).isEmpty();
    }

    @Test
    void keepsTheLastLineWhichSaysHowAProgramEndedOrThatThisMayBeARepeat() {
        var mouth = speaks();
        var _ = mouth.say(OPS, Content.of(numbered(20) + "\n(this may be a repeat)"));
        for (int i = 0; i < 11; i++) {
            assertThat(peer.next()).isEqualTo("PRIVMSG #ops :line " + i);
        }
        assertThat(peer.next()).startsWith("PRIVMSG #ops :(and 9 more lines; ");
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :(this may be a repeat)");
    }

    @Test
    void leavesOutNoSingleLineAsItSaysSoInOne() {
        var mouth = speaks();
        var _ = mouth.say(OPS, Content.of(numbered(13)));
        for (int i = 0; i < 13; i++) {
            assertThat(peer.next()).isEqualTo("PRIVMSG #ops :line " + i);
        }
    }

    @Test
    void showsNoBeginningOfAFileBelowAnAnswerThatIsCut() {
        var mouth = speaks(Runnable::run, rests);
        var _ = mouth.say(OPS, Content.of(numbered(14)).with(Attachment.of("output.txt", numbered(14))));
        for (int i = 0; i < 11; i++) {
            assertThat(peer.next()).isEqualTo("PRIVMSG #ops :line " + i);
        }
        assertThat(peer.next()).as("the file knows how many").startsWith("PRIVMSG #ops :(and more; ");
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :line 13");
        assertThat(peer.next()).startsWith("PRIVMSG #ops :(file output.txt, ");
        var _ = mouth.say(OPS, Content.of("next"));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :next");
    }

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    }

    @Test
    void callsItselfByNoName() {
        var mouth = speaks();
        var _ = mouth.reply(new MessageId(OPS, "1-bell"), Content.of("done"));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :done");
    }

    @Test
    void commandsNoOtherBotByWhatAProgramPrinted() {
        var mouth = speaks();
        var message = new MessageId(Ids.channel("test", "#ops"), "1-ann");
        var _ = mouth.reply(message, Content.of("one\n!op mallory\n  .kick bob\nAnn: yes\nx: 1\n-5"));
        for (var line : List.of("one", "| !op mallory", "|   .kick bob", "| Ann: yes", "x: 1", "-5")) {
            assertThat(peer.next()).isEqualTo("PRIVMSG #ops :" + line);
        }
        var _ = mouth.reply(message, Content.of("!op mallory"));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :ann: !op mallory");
        var _ = mouth.say(OPS, Content.of("!op mallory"));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :| !op mallory");
        var _ = mouth.say(ANN, Content.of("!help"));
        assertThat(peer.next()).isEqualTo("PRIVMSG ann :!help");
        var _ = mouth.say(OPS, Content.of("x".repeat(476) + " !op " + "y".repeat(400)));
        assertThat(peer.next()).endsWith("x");
        assertThat(peer.next()).startsWith("PRIVMSG #ops :| !op y");
    }

    @Test
    void asksForAnotherTryWhenNoFileCanBeReadNow() {
        var mouth = speaks(
                _ -> {
                    throw new RejectedExecutionException("full");
                },
                rests);
        assertFails(mouth.say(OPS, FILE), "irc.away");
        assertThat(mouth.say(OPS, Content.of("after")).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :after");
    }

    @Test
    void countsWhatIsJournalledAsSentWhenTheServerHasTakenIt() {
        var mouth = speaks();
        var message = new MessageId(OPS, "1-ann");
        for (Supplier<CompletionStage<Receipt>> verb : List.<Supplier<CompletionStage<Receipt>>>of(
                () -> mouth.reply(message, Content.of("owed").keyed("ref.0")),
                () -> mouth.say(ANN, Content.of("owed").keyed("ref.1")),
                () -> mouth.whisper(
                        Ids.user("test", "ann!a@host"),
                        message,
                        Content.of("owed").keyed("ref.2")))) {
            var sent = verb.get();
            var question = peer.awaits("^PING ");
            assertThat(sent.toCompletableFuture()).isNotDone();
            peer.sends(question.replace("PING ", ":peer PONG peer :"));
            assertThat(sent.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
        }
        var lost = mouth.reply(message, Content.of("owed").keyed("ref.3"));
        peer.awaits("^PING ");
        peer.drops();
        assertFails(lost, "irc.unreachable");
    }

    @Test
    void formatsNothingWhereTheChannelRefusesThat() {
        var mouth = speaks();
        var bold = Content.of(Text.empty().bold("loud"));
        peer.sends(":peer 324 bell #OPS +lnct 5").sends("PING :told").awaits("^PONG :told");
        var _ = mouth.say(OPS, bold);
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :loud");
        var _ = mouth.say(ANN, bold);
        assertThat(peer.next()).isEqualTo("PRIVMSG ann :\u0002loud\u0002");

        peer.sends(":ann!a@host MODE #ops +o-c ann").sends("PING :changed").awaits("^PONG :changed");
        var _ = mouth.say(OPS, bold);
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :\u0002loud\u0002");
    }
}
