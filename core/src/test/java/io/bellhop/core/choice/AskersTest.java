package io.bellhop.core.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskersTest {
    private static final UserId ANN = new UserId("test", "ann");
    private static final UserId BEN = new UserId("test", "ben");

    private final Askers askers = new Askers();

    private static MessageId message(int number) {
        return new MessageId(new ChannelId("test", "lobby"), Integer.toString(number));
    }

    @Test
    void knowWhoseQuestionAnAnswerAnswersAndWhatTakesItsPlace() {
        askers.noted(message(1), ANN);
        askers.noted(message(2), BEN);
        askers.answers(message(3), message(1));
        askers.answers(message(4), message(3));
        askers.answers(message(4), message(4)); // an edit that leaves the message where it is
        assertThat(askers.of(message(4))).hasValue(ANN);
        assertThat(askers.of(message(5))).isEmpty();
    }

    @Test
    void takeTheLastWhoPickedForTheAsker() {
        askers.noted(message(1), ANN);
        askers.picked(message(1), BEN);
        askers.answers(message(2), message(1));
        askers.picked(message(1), ANN);
        assertThat(askers.of(message(1))).hasValue(ANN);
        assertThat(askers.of(message(2))).hasValue(BEN);
    }

    @Test
    void forgetWhatIsLongAgo() {
        askers.noted(message(0), ANN);
        IntStream.rangeClosed(1, 1999).forEach(i -> askers.noted(message(i), BEN));
        assertThat(askers.of(message(0))).hasValue(ANN);
        askers.noted(message(2000), BEN);
        assertThat(askers.of(message(0))).isEmpty();
    }
}
