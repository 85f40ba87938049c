package io.bellhop.core.choice;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The broker as a connector without buttons sees it: a message that is but a number picks what was offered last there.
 */
record NumberedPicks(Broker broker, Connector connector, Offers offers, Askers askers, Function<Channel, String> prefix)
        implements Broker {
    private static final int DIGITS = 9;

    @Override
    public CompletionStage<Void> publish(Event event) {
        return event instanceof MessageReceived received ? hear(received) : broker.publish(event);
    }

    private CompletionStage<Void> hear(MessageReceived received) {
        var message = received.message();
        var number = number(message);
        if (number.isEmpty() || !broker.hears(message.author(), message.channel())) {
            askers.noted(message.id(), message.author().id());
            return broker.publish(received);
        }
        var key = OfferKey.of(message.channel().id());
        return offers.pick(key, number.getAsInt(), message.author().id())
                .thenCompose(pick -> picked(pick, received, number.getAsInt()));
    }

    private CompletionStage<Void> picked(Pick pick, MessageReceived received, int number) {
        return switch (pick) {
            case Pick.Picked(var choice, var message) -> fire(choice, message.orElseThrow(), received.message());
            case Pick.Closed() -> broker.publish(received); // nothing is offered, so it is no pick
            case Pick.Unnumbered(var count) ->
                tell(
                        received,
                        "There is no choice " + number + " here; pick "
                                + (count == 1 ? "1." : "a number from 1 to " + count + "."));
            case Pick.ForAnother _ -> tell(received, Pick.ForAnother.TOLD);
            case Pick.Unavailable(var reason) -> tell(received, reason);
        };
    }

    private CompletionStage<Void> fire(Choice choice, MessageId offered, Message picked) {
        askers.picked(offered, picked.author().id());
        askers.pickedBy(offered, picked.id());
        return broker.publish(new ChoicePicked(choice, offered, picked.channel(), picked.author()));
    }

    private CompletionStage<Void> tell(MessageReceived received, String sentence) {
        return connector
                .reply(received.message().id(), Content.of(sentence))
                .<Void>handle((_, _) -> null); // who is not reached is told nothing
    }

    private OptionalInt number(Message message) {
        var text = message.text().strip();
        if (text.isEmpty()
                || !isDigit(text.charAt(text.length() - 1))
                || message.author().bot()) {
            return OptionalInt.empty();
        }
        var mark = prefix.apply(message.channel());
        var digits = text.startsWith(mark) ? text.substring(mark.length()).strip() : "";
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= DIGITS && digits.chars().allMatch(NumberedPicks::isDigit);
        return isNumber ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public boolean hears(User user, Channel channel) {
        return broker.hears(user, channel);
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Order order, Consumer<? super E> subscriber) {
        return broker.subscribe(type, order, subscriber);
    }
}
