package io.bellhop.core.command.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.core.command.settings.CommandOptions;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnsweredTest {
    private final Answered answered = new Answered(new VirtualTime(), CommandOptions.DEFAULT);

    @Test
    void findsAllMessagesOfAnAnswerByAnyOfThem() {
        answers("asked", "1", "2", "3");

        assertThat(answered.whole(message("1"))).isEqualTo(receipt("1", "2", "3"));
        assertThat(answered.whole(message("3"))).isEqualTo(receipt("1", "2", "3"));
    }

    @Test
    void tellsAnswersToOneMessageApart() {
        answers("asked", "1", "2");
        answers("asked", "3", "4");

        assertThat(answered.whole(message("2"))).isEqualTo(receipt("1", "2"));
        assertThat(answered.whole(message("4"))).isEqualTo(receipt("3", "4"));
    }

    @Test
    void knowsWhatAnEditMadeOfAnAnswer() {
        answers("asked", "1", "2");
        answers("asked", "1");

        assertThat(answered.whole(message("1"))).isEqualTo(receipt("1"));
    }

    @Test
    void knowsNoMoreThanTheMessageOfWhatItNeverSaw() {
        assertThat(answered.whole(message("1"))).isEqualTo(receipt("1"));
    }

    private void answers(String asked, String... parts) {
        answered.note(new FakeConnector(), message(asked), CompletableFuture.completedStage(receipt(parts)), false);
    }

    private static Receipt receipt(String... parts) {
        return new Receipt(List.of(parts).stream().map(AnsweredTest::message).toList());
    }

    private static MessageId message(String id) {
        return new MessageId(new ChannelId("test", "lobby"), id);
    }
}
