package io.bellhop.core.testkit;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.Broker;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A chat platform in memory. Every word is a user, every other word a channel. Whoever has joined no space is in all.
 */
public final class FakeConnector implements Connector {
    static final String ID = "test";

    private final FakeOutbox outbox = new FakeOutbox();
    private final Said said = new Said(outbox);
    private final FakePeople people = new FakePeople();
    private final FakeLookUps lookUps = new FakeLookUps(people);
    private volatile boolean looksUp;
    private volatile boolean hasThreads;

    /** How something was sent. */
    public enum Verb {
        SAY,
        REPLY,
        WHISPER,
        EDIT,
        DELETE,
        REACT
    }

    /**
     * Something that was sent.
     *
     * @param verb how
     * @param cause the message that it answers, edits, deletes or reacts to; for something said, its own
     * @param content what
     */
    public record Sent(Verb verb, MessageId cause, Content content) {}

    /**
     * Returns the user of a name.
     *
     * @param name the name, which is the id too
     * @return the user
     */
    public static User named(String name) {
        return FakePeople.named(name);
    }

    /**
     * Returns a channel. One named like {@code annex/lobby} is in the space {@code annex}, one named like {@code @ann}
     * a direct conversation; all others are in the space {@code space}.
     *
     * @param id what names it
     * @return the channel
     */
    public static Channel channel(ChannelId id) {
        return FakePlaces.channel(id);
    }

    /**
     * Makes someone a member of a space, in the place of what they were there.
     *
     * @param user who
     * @param space where
     * @param administrator whether the platform lets them administer it
     * @param roles the names of their roles, which are the ids too
     */
    public void join(UserId user, SpaceId space, boolean administrator, String... roles) {
        people.join(user, space, administrator, roles);
    }

    /**
     * Calls someone by another name than their id; several may have the same.
     *
     * @param user who
     * @param name what people call them from now on
     */
    public void call(UserId user, String name) {
        people.call(user, name);
    }

    /**
     * Returns the user of a name as they are heard in a channel.
     *
     * @param name the name, which is the id too
     * @param channel where
     * @return the user, with what they are in the space of that channel
     */
    public User heard(String name, Channel channel) {
        var id = new UserId(ID, name);
        return channel.space().map(space -> people.member(id, space.id())).orElseGet(() -> people.user(id));
    }

    /**
     * Makes a message that a user writes.
     *
     * @param author who writes it
     * @param channel the name of the channel
     * @param text what they write
     * @param attachments the files that come with it
     * @param time when
     * @return the message, which nobody has heard yet
     */
    public Message message(User author, String channel, String text, List<Attachment> attachments, Instant time) {
        return said.write(author, channel(new ChannelId(ID, channel)), text, attachments, Optional.empty(), time);
    }

    Said said() {
        return said;
    }

    /**
     * Recognises no repeats from now on, as platforms such as IRC do; at first it recognises all.
     *
     * @return this
     */
    public FakeConnector forgetful() {
        outbox.forget();
        return this;
    }

    /**
     * Can look up what it has sent from now on, as platforms with a history can.
     *
     * @return this
     */
    public FakeConnector lookingUp() {
        looksUp = true;
        return this;
    }

    /**
     * Has threads from now on, as platforms such as Discord do: the one about {@code lobby}'s third message is the
     * channel {@code lobby-3}.
     *
     * @return this
     */
    public FakeConnector threading() {
        hasThreads = true;
        return this;
    }

    /**
     * Takes nothing, or takes everything again.
     *
     * @param isAway true while nothing can be sent
     */
    public void away(boolean isAway) {
        outbox.away(isAway);
    }

    /**
     * Answers who looks up people and channels otherwise from now on.
     *
     * @param knows asked each time: whether the platform knows them then; a failure is the answer
     */
    public void answersLookUps(Supplier<CompletionStage<Boolean>> knows) {
        lookUps.answer(knows);
    }

    /**
     * Returns all that was sent so far.
     *
     * @return what was sent, in order
     */
    public List<Sent> sent() {
        return outbox.all();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(
                hasThreads ? EnumSet.of(Capability.FORMS) : EnumSet.of(Capability.FORMS, Capability.THREADS));
    }

    @Override
    public Duration remembersKeys() {
        return outbox.isForgetful() ? Duration.ZERO : Duration.ofDays(365);
    }

    @Override
    public CompletionStage<Optional<Receipt>> sent(MessageId message, Content content) {
        return looksUp
                ? CompletableFuture.completedFuture(outbox.find(message, content))
                : Connector.super.sent(message, content);
    }

    @Override
    public void start(Broker broker) {}

    @Override
    public void stop() {}

    @Override
    public CompletionStage<Receipt> say(ChannelId channel, Content content) {
        var id = outbox.next(channel);
        return outbox.send(Verb.SAY, id, content, Receipt.of(id));
    }

    @Override
    public CompletionStage<Receipt> reply(MessageId message, Content content) {
        return outbox.send(Verb.REPLY, message, content, Receipt.of(outbox.next(message.channel())));
    }

    @Override
    public CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content) {
        var id = outbox.next(cause == null ? new ChannelId(ID, "@" + user.id()) : cause.channel());
        return outbox.send(Verb.WHISPER, cause == null ? id : cause, content, Receipt.of(id));
    }

    @Override
    public CompletionStage<Receipt> edit(Receipt receipt, Content content) {
        return outbox.send(Verb.EDIT, receipt.message(), content, receipt);
    }

    @Override
    public CompletionStage<Boolean> delete(Receipt receipt) {
        return outbox.touch(Verb.DELETE, receipt.message(), Content.of(""));
    }

    @Override
    public CompletionStage<Boolean> react(MessageId message, String emoji) {
        return outbox.touch(Verb.REACT, message, Content.of(emoji));
    }

    @Override
    public CompletionStage<ChannelId> thread(MessageId about, String name) {
        var own = new ChannelId(ID, about.channel().id() + "-" + about.id());
        return CompletableFuture.completedFuture(hasThreads ? own : about.channel());
    }

    @Override
    public void typing(ChannelId channel) {}

    @Override
    public CompletionStage<Optional<User>> user(String reference) {
        return lookUps.user(reference);
    }

    @Override
    public CompletionStage<Optional<User>> named(String name, SpaceId space) {
        return lookUps.named(name, space);
    }

    @Override
    public CompletionStage<Optional<User>> member(UserId user, SpaceId space) {
        return lookUps.member(user, space);
    }

    @Override
    public CompletionStage<List<Role>> roles(SpaceId space) {
        return CompletableFuture.completedFuture(people.roles(space));
    }

    @Override
    public CompletionStage<Optional<Channel>> channel(String reference) {
        return lookUps.channel(reference);
    }

    @Override
    public CompletionStage<Optional<Channel>> channelNamed(String name, SpaceId space) {
        return lookUps.channelNamed(name, space);
    }

    @Override
    public CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return CompletableFuture.completedFuture(said.latest(channel, limit));
    }

    @Override
    public Optional<String> addressed(String text, ChannelId where) {
        return text.startsWith("@bellhop ") ? Optional.of(text.substring("@bellhop ".length())) : Optional.empty();
    }
}
