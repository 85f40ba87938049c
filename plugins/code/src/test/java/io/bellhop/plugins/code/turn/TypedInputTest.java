package io.bellhop.plugins.code.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.plugins.code.FakeBroker;
import io.bellhop.plugins.code.FakeInvocation;
import io.bellhop.plugins.code.Outcomes;
import io.bellhop.plugins.code.engine.Output;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class TypedInputTest {
    private final FakeConnector connector = new FakeConnector();
    private final FakeBroker broker = new FakeBroker();
    private final Semaphore places = new Semaphore(1);
    private Output written = new Output(List.of());

    @Test
    void asksInAThreadWithWhatTheProgramAsks() {
        connector.threading();
        written = new Output(List.of(Outcomes.out("Welcome!\nYour name? ")));
        var answer = input().next();

        assertThat(said()).isEqualTo("""
                @ann: Your name?
                Your next message here is its next line; eof ends its input.""");

        types("ann", "lobby", "not there");
        assertThat(answer).isNotDone();
        types("ann", "lobby-1", "Ann");
        assertThat(answer).isCompletedWithValue(Optional.of("Ann\n"));
    }

    @Test
    void asksWithTheEndOfALongQuestionFromAWholeCharacterOn() {
        written = new Output(List.of(Outcomes.out("\uD83D\uDE00".repeat(100) + "?")));
        var _ = input().next();

        assertThat(said()).startsWith("@ann: " + "\uD83D\uDE00".repeat(99) + "?\n");
    }

    @Test
    void takesTheNextMessageInTheChannelWhereThereAreNoThreads() {
        var answer = input().next();
        types("bob", "lobby", "me!");
        types("ann", "lobby", "!history");
        types("ann", "lobby", "@bellhop history");
        types("ann", "lobby", "", Attachment.of("a.txt", "a"));
        assertThat(answer).isNotDone();

        types("ann", "lobby", "two\nlines");
        assertThat(answer).isCompletedWithValue(Optional.of("two\nlines\n"));
    }

    @Test
    void takesTheLinesOfACodeBlockWithoutItsFences() {
        var input = input();
        var first = input.next();
        types("ann", "lobby", "```text\n  one\n\neof\n```\n");
        types("ann", "lobby", "```\n```");
        types("ann", "lobby", "```two```");
        assertThat(first).isCompletedWithValue(Optional.of("  one\n\neof\n"));
        assertThat(input.next()).isCompletedWithValue(Optional.of("\n"));
        assertThat(input.next()).isCompletedWithValue(Optional.of("```two```\n"));
        assertThat(input.typed()).isEqualTo("  one\n\neof\n\n```two```\n");
    }

    @Test
    void keepsWhatIsTypedBeforeItIsAskedFor() {
        var input = input();
        var _ = input.next();
        types("ann", "lobby", "1");
        types("ann", "lobby", "2");
        types("ann", "lobby", "eof");

        assertThat(input.next()).isCompletedWithValue(Optional.of("2\n"));
        assertThat(input.next()).isCompletedWithValue(Optional.empty());
        assertThat(input.next()).as("once ended").isCompletedWithValue(Optional.empty());
        assertThat(input.typed()).isEqualTo("1\n2\n");
    }

    @Test
    void leavesPlacesToProgramsThatRun() {
        var first = input().next();
        var second = input();

        assertThat(second.next()).as("while another has the only place").isCompletedWithValue(Optional.empty());
        assertThat(second.cut()).contains("you were not asked since another program waits");
        first.cancel(false);
        var third = input();
        assertThat(third.next()).isNotDone();
        assertThat(third.cut()).isEmpty();
    }

    @Test
    void endsTheInputIfTheQuestionCanNotBeSent() {
        connector.away(true);

        var input = input();
        assertThat(input.next()).isCompletedWithValue(Optional.empty());
        assertThat(input.cut()).endsWith("you could not be asked.");
    }

    @Test
    void tellsAnEndThatSomebodyTypedFromOneThatCameSinceNobodyDid() {
        var ended = input();
        var _ = ended.next();
        types("ann", "lobby", "eof");
        assertThat(ended.cut()).isEmpty();

        var unanswered = input();
        unanswered.next().complete(Optional.empty()); // as the engine does that waited for too long

        assertThat(unanswered.cut())
                .isEqualTo("It waited 2 minutes for input, the most that a run may, and met its end: nobody gave any.");
    }

    @Test
    void hearsNothingMoreOnceTheProgramHasEnded() {
        var input = input();
        var _ = input.next();
        assertThat(broker.subscribers()).isOne();

        input.close();

        assertThat(broker.subscribers()).isZero();
    }

    private TypedInput input() {
        return new TypedInput(new FakeInvocation("ann"), "!", () -> written, connector, broker, places);
    }

    private void types(String user, String channel, String text, Attachment... files) {
        var message = connector.message(FakeConnector.named(user), channel, text, List.of(files), Instant.EPOCH);
        broker.publish(new MessageReceived(message));
    }

    private String said() {
        return new PlainText(Style.PLAIN)
                .of(connector.sent().getLast().content().text())
                .strip();
    }
}
