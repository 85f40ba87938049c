package io.bellhop.core.choice;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Health;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.Broker;
import io.bellhop.core.chat.KnowsAskers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets people pick by number where a platform has no buttons: a connector without {@link Capability#CHOICES} shows
 * choices as numbered lines, and this keeps what was offered and turns {@code !1} into a pick. Safe for use from any
 * thread.
 */
public final class NumberedChoices implements Connector, KnowsAskers {
    private final Connector connector;
    private final Offers offers;
    private final Function<Channel, String> prefix;
    private final Askers askers = new Askers();

    /**
     * Surrounds a connector.
     *
     * @param connector shows numbered lines
     * @param offers keeps what can be picked
     * @param prefix tells what commands, and so numbers, start with in a channel
     */
    public NumberedChoices(Connector connector, Offers offers, Function<Channel, String> prefix) {
        this.connector = connector;
        this.offers = offers;
        this.prefix = prefix;
    }

    @Override
    public String id() {
        return connector.id();
    }

    @Override
    public Set<Capability> capabilities() {
        return connector.capabilities();
    }

    @Override
    public Duration remembersKeys() {
        return connector.remembersKeys();
    }

    /** Numbers are new each time, so that content with choices is not found again. */
    @Override
    public CompletionStage<Optional<Receipt>> sent(MessageId message, Content content) {
        return content.choices().isEmpty() ? connector.sent(message, content) : Connector.super.sent(message, content);
    }

    @Override
    public Health health() {
        return connector.health();
    }

    @Override
    public void start(Broker broker) throws Exception {
        connector.start(picks(broker));
    }

    NumberedPicks picks(Broker broker) {
        return new NumberedPicks(broker, connector, offers, askers, prefix);
    }

    @Override
    public void stop() {
        connector.stop();
    }

    @Override
    public CompletionStage<Receipt> say(ChannelId channel, Content content) {
        return connector.say(channel, content).thenApply(sent -> offered(sent, content, Optional.empty()));
    }

    @Override
    public CompletionStage<Receipt> reply(MessageId message, Content content) {
        return connector.reply(askers.answeredBy(message), content).thenApply(sent -> answered(sent, content, message));
    }

    @Override
    public CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content) {
        return connector.whisper(user, cause, content).thenApply(sent -> offered(sent, content, Optional.of(user)));
    }

    @Override
    public CompletionStage<Receipt> edit(Receipt sent, Content content) {
        withdraw(sent);
        return connector.edit(sent, content).thenApply(now -> answered(now, content, sent.message()));
    }

    @Override
    public CompletionStage<Boolean> delete(Receipt sent) {
        withdraw(sent);
        return connector.delete(sent);
    }

    @Override
    public CompletionStage<ChannelId> thread(MessageId about, String name) {
        return connector.thread(about, name);
    }

    @Override
    public CompletionStage<Receipt> thread(ChannelId channel, String name, Content first) {
        return connector.thread(channel, name, first).thenApply(sent -> offered(sent, first, Optional.empty()));
    }

    @Override
    public void asked(MessageId message, UserId asker) {
        askers.asked(message, asker);
    }

    private void withdraw(Receipt sent) {
        sent.messages().forEach(offers::withdraw);
    }

    private Receipt answered(Receipt sent, Content content, MessageId message) {
        if (!content.choices().isEmpty()) {
            return offered(sent, content, askers.of(message));
        }
        askers.answers(sent.message(), message);
        return sent;
    }

    /** Choices that answer nobody are open to all who are there: what is picked runs with the picker's own rights. */
    private Receipt offered(Receipt sent, Content content, Optional<UserId> asker) {
        asker.ifPresent(user -> askers.noted(sent.message(), user));
        offers.offer(sent.message(), content.choices(), asker);
        return sent;
    }

    @Override
    public CompletionStage<Boolean> react(MessageId message, String emoji) {
        return connector.react(message, emoji);
    }

    @Override
    public void typing(ChannelId channel) {
        connector.typing(channel);
    }

    @Override
    public CompletionStage<Optional<User>> user(String reference) {
        return connector.user(reference);
    }

    @Override
    public CompletionStage<Optional<User>> named(String name, SpaceId space) {
        return connector.named(name, space);
    }

    @Override
    public CompletionStage<Optional<User>> user(String reference, Channel where) {
        return connector.user(reference, where);
    }

    @Override
    public CompletionStage<Optional<User>> member(UserId user, SpaceId space) {
        return connector.member(user, space);
    }

    @Override
    public CompletionStage<List<Role>> roles(SpaceId space) {
        return connector.roles(space);
    }

    @Override
    public CompletionStage<Optional<Channel>> channel(String reference) {
        return connector.channel(reference);
    }

    @Override
    public CompletionStage<Optional<Channel>> channelNamed(String name, SpaceId space) {
        return connector.channelNamed(name, space);
    }

    @Override
    public CompletionStage<Optional<Channel>> channel(String reference, Channel where) {
        return connector.channel(reference, where);
    }

    @Override
    public CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return connector.history(channel, limit);
    }

    @Override
    public Optional<String> addressed(String text, ChannelId where) {
        return connector.addressed(text, where);
    }
}
