package io.bellhop.core.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.User;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.testkit.FakeConnector;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedChoicesTest {
    private static final Choice AGAIN = Choice.of("Again", "roll 2d6");
    private static final Choice JOIN = Choice.of("Join", "join").forEveryone();
    private static final Content OFFER = Content.of("rolled 7").with(AGAIN).with(JOIN);

    @TempDir
    private Path folder;

    private final FakeConnector platform = new FakeConnector();
    private final RecordingBroker broker = new RecordingBroker();
    private final User ann = FakeConnector.named("ann");
    private final User ben = FakeConnector.named("ben");
    private OfferRoom room;
    private NumberedPicks picks;
    private Connector connector;

    private static final class RecordingBroker implements Broker {
        final List<Event> published = new ArrayList<>();
        boolean deaf;

        @Override
        public CompletionStage<Void> publish(Event event) {
            published.add(event);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public boolean hears(User user, Channel channel) {
            return !deaf;
        }

        @Override
        public <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber) {
            return () -> {};
        }

        Event last() {
            return published.getLast();
        }
    }

    @BeforeEach
    void open() throws Exception {
        room = new OfferRoom(folder);
        room.commands.add("dice", "roll");
        begin();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void begin() {
        var numbered = new NumberedChoices(platform, room.offers(), _ -> "!");
        connector = numbered;
        picks = numbered.picks(broker);
    }

    private Message says(User who, String text) {
        var message = platform.message(who, "lobby", text, List.of(), Instant.EPOCH);
        picks.publish(new MessageReceived(message)).toCompletableFuture().join();
        return message;
    }

    private Message isOfferedTo(User who) {
        var asked = says(who, "!roll");
        connector.reply(asked.id(), OFFER).toCompletableFuture().join();
        return asked;
    }

    private String lastSaid() {
        return platform.sent().getLast().content().text().toString();
    }

    @Test
    void arePickedByTheirNumber() {
        isOfferedTo(ann);
        says(ann, "! 1 ");
        assertThat(broker.last()).isInstanceOfSatisfying(ChoicePicked.class, picked -> {
            assertThat(picked.choice()).isSameAs(AGAIN);
            assertThat(picked.user()).isEqualTo(ann);
            assertThat(picked.channel().id()).isEqualTo(new ChannelId(platform.id(), "lobby"));
        });
    }

    @Test
    void areAnsweredToTheMessageThatPickedThem() {
        isOfferedTo(ann);
        var pick = says(ben, "!2");
        var offered = ((ChoicePicked) broker.last()).message();
        connector.reply(offered, Content.of("joined")).toCompletableFuture().join();
        assertThat(platform.sent().getLast().cause()).isEqualTo(pick.id());
    }

    @Test
    void areForWhoeverAskedUnlessSaidOtherwise() {
        isOfferedTo(ann);
        says(ben, "!2");
        assertThat(broker.last()).isInstanceOf(ChoicePicked.class);
        says(ben, "!1");
        assertThat(broker.published).hasSize(2);
        assertThat(lastSaid()).contains("This choice is for the person who asked.");
    }

    @Test
    void canBePickedAfterARestart() {
        isOfferedTo(ann);
        room.restarts();
        begin();
        says(ben, "!1");
        assertThat(lastSaid()).contains("is for the person who asked");
        says(ann, "!1");
        assertThat(broker.last())
                .isInstanceOfSatisfying(
                        ChoicePicked.class,
                        picked -> assertThat(picked.choice().invocation()).isEqualTo("roll 2d6"));
    }

    @Test
    void sayWhichNumbersThereAre() {
        isOfferedTo(ann);
        says(ann, "!3");
        assertThat(lastSaid()).contains("There is no choice 3 here; pick a number from 1 to 2.");
    }

    @Test
    void leaveNumbersAloneThatPickNothing() {
        says(ann, "!1");
        assertThat(broker.last()).isInstanceOf(MessageReceived.class);
        isOfferedTo(ann);
        for (var text : List.of("1", "!1st", "!-1", "!9999999999", "!", "roll 1", "!\u0661")) {
            says(ann, text);
            assertThat(broker.last()).as(text).isInstanceOf(MessageReceived.class);
        }
    }

    @Test
    void answerNobodyWhoIsIgnored() {
        isOfferedTo(ann);
        int before = platform.sent().size();
        broker.deaf = true;
        says(ben, "!1");
        assertThat(broker.last()).isInstanceOf(MessageReceived.class);
        assertThat(platform.sent()).hasSize(before);
    }

    @Test
    void endWithTheMessageThatIsReplacedOrDeleted() {
        var asked = says(ann, "!roll");
        var sent = connector.reply(asked.id(), OFFER).toCompletableFuture().join();
        var now = connector
                .edit(sent, Content.of("rolled 8").with(JOIN))
                .toCompletableFuture()
                .join();
        says(ann, "!1");
        assertThat(broker.last())
                .isInstanceOfSatisfying(
                        ChoicePicked.class,
                        picked -> assertThat(picked.choice()).isSameAs(JOIN));
        connector.delete(now).toCompletableFuture().join();
        says(ann, "!1");
        assertThat(broker.last()).isInstanceOf(MessageReceived.class);
    }

    @Test
    void surroundsAllThatAConnectorDoes() {
        var own = Arrays.stream(NumberedChoices.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();
        var notSurrounded = Arrays.stream(Connector.class.getMethods())
                .filter(method -> !own.contains(method.getName()))
                .map(Method::getName);
        assertThat(notSurrounded).containsExactly("upload"); // is said
    }
}
