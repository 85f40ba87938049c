package io.bellhop.api.chat;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.api.event.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The link to one chat platform. A plugin adds a platform by a class that implements this.
 *
 * <p>The verbs may be called from any thread and return at once. What they return completes when the platform has
 * answered, on any thread; what a plugin that called does next, the bot runs on another one, so that a connector can
 * complete it on the thread that sends for all. On failure it completes with a
 * {@link io.bellhop.api.error.BellhopException} of kind {@code CONNECTOR}. If its code ends in {@code .unreachable},
 * {@code .stopped} or {@code .away}, the platform may take the same later, and replies are tried again; {@code .away}
 * says that nothing of it went out, so that what is sent then is surely no repeat. Content that the platform can't show
 * degrades as {@link Capability} says; {@link io.bellhop.api.chat.plain.PlainText} makes lines of it. Of a plugin's
 * connector without {@link Capability#CHOICES} the core keeps what was offered, and turns a message such as {@code !1}
 * into a pick; the connector shows the numbered lines.
 */
public interface Connector {
    /**
     * Returns what names this connector in user ids, configuration and logs.
     *
     * @return the id, in lower case, such as {@code discord}; the same at every start
     */
    String id();

    /**
     * Returns what this connector can do beyond plain text.
     *
     * @return the capabilities, the same from start to stop
     */
    Set<Capability> capabilities();

    /**
     * Returns how long this connector recognises a repeat: what is said, replied or whispered again under the same
     * {@linkplain Content#key() key} within that time is not shown again, and its receipt names what stands there
     * already. A repeat that can't be recognised says that it may be one.
     *
     * @return the time from the first sending, zero if keys mean nothing here; the same from start to stop
     */
    default Duration remembersKeys() {
        return Duration.ZERO;
    }

    /**
     * Looks among what was said for an answer that may have been sent already. Asked before such an answer is sent
     * again that is too old to be recognised by its key.
     *
     * @param message what it answers
     * @param content the answer
     * @return its receipt; empty if it was surely not sent. Fails where that can't be told, as it does if not
     *     overridden: such an answer then says that it may be a repeat
     */
    default CompletionStage<Optional<Receipt>> sent(MessageId message, Content content) {
        return CompletableFuture.failedStage(new BellhopException(
                ErrorKind.CONNECTOR, id() + ".untold", "Nobody can tell whether this was sent already.", null));
    }

    /**
     * Begins to hear: publishes a {@link io.bellhop.api.event.ChatEvent} for all that happens, on a thread of this
     * connector's own. May block until the platform is reached.
     *
     * @param broker takes the events, and returns at once
     * @throws Exception if the platform can't be reached or refuses; the connector is then stopped
     */
    void start(Broker broker) throws Exception;

    /**
     * Stops hearing, sends what is under way, and lets go of connections and threads. Does nothing when not started.
     */
    void stop();

    /**
     * Tells how this connector is, for the bot's owner. Asks nobody, and may be called at any time.
     *
     * @return how it is; all is well if not said otherwise
     */
    default Health health() {
        return Health.well();
    }

    /**
     * Sends content to a channel.
     *
     * @param channel where
     * @param content what
     * @return where it went
     */
    CompletionStage<Receipt> say(ChannelId channel, Content content);

    /**
     * Answers a message, in its channel and visibly to all who are there.
     *
     * @param message what is answered
     * @param content what
     * @return where it went
     */
    CompletionStage<Receipt> reply(MessageId message, Content content);

    /**
     * Sends content that only one user sees. If it is undeliverable the channel of the cause learns that, and not the
     * content; without a cause nobody does but the caller.
     *
     * @param user who sees it
     * @param cause the message that led to it, or null if none did
     * @param content what
     * @return where it went
     */
    CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content);

    /**
     * Replaces what was sent. Without {@link Capability#EDITS} the new content is sent as a new message.
     *
     * @param sent what is replaced
     * @param content what stands there instead
     * @return where it stands now
     */
    CompletionStage<Receipt> edit(Receipt sent, Content content);

    /**
     * Deletes what was sent. Deleting what is already gone is no failure.
     *
     * @param sent what goes
     * @return true once it is gone, false without {@link Capability#DELETES}
     */
    CompletionStage<Boolean> delete(Receipt sent);

    /**
     * Reacts to a message.
     *
     * @param message the message
     * @param emoji a Unicode emoji
     * @return true once it stands, false without {@link Capability#REACTIONS}
     */
    CompletionStage<Boolean> react(MessageId message, String emoji);

    /**
     * Begins a thread about a message: a channel of its own, beside the channel's talk. A message that has a thread
     * keeps that one.
     *
     * @param about the message
     * @param name what it is called; cut to what the platform takes
     * @return the thread, to say and reply in as in any channel; the message's own channel without
     *     {@link Capability#THREADS}, and where the platform has none
     */
    default CompletionStage<ChannelId> thread(MessageId about, String name) {
        return CompletableFuture.completedStage(about.channel());
    }

    /**
     * Begins a thread about no message in particular, or a post in a forum.
     *
     * @param channel where
     * @param name what it is called; cut to what the platform takes
     * @param first what is said in it first
     * @return where that went; said in the channel itself without {@link Capability#THREADS}
     */
    default CompletionStage<Receipt> thread(ChannelId channel, String name, Content first) {
        return say(channel, first);
    }

    /**
     * Shows for a few seconds that something is being written. Does nothing without {@link Capability#TYPING}.
     *
     * @param channel where
     */
    void typing(ChannelId channel);

    /**
     * Sends a file: short for saying content that is one attachment.
     *
     * @param channel where
     * @param attachment the file
     * @return where it went
     */
    default CompletionStage<Receipt> upload(ChannelId channel, Attachment attachment) {
        return say(channel, Content.of(attachment));
    }

    /**
     * Looks a user up by what is theirs alone, wherever they are.
     *
     * @param reference an id, or a mention that holds one. Not what people may call themselves as they like
     * @return the user, or empty if there is none
     */
    CompletionStage<Optional<User>> user(String reference);

    /**
     * Looks up who has a name in a space. What others are called elsewhere does not count: anybody may call themselves
     * anything in a space of their own.
     *
     * @param name what they are called there
     * @param space where
     * @return the user as they are there, or empty if nobody is called so or several are; nobody if not overridden, for
     *     a platform on which names are ids
     */
    default CompletionStage<Optional<User>> named(String name, SpaceId space) {
        return CompletableFuture.completedStage(Optional.empty());
    }

    /**
     * Looks up whom someone means in a channel. An id or a mention may be anybody's, a name only that of somebody who
     * is in the channel's space; so in a direct conversation names mean nobody.
     *
     * @param reference an id, a mention or a name, as a user of the platform would write it
     * @param where the channel in which it was written
     * @return the user, or empty if there is none or the name is not unique
     */
    default CompletionStage<Optional<User>> user(String reference, Channel where) {
        return user(reference)
                .thenCompose(known -> known.isPresent() || where.space().isEmpty()
                        ? CompletableFuture.completedStage(known)
                        : resident(reference, where.space().get().id()));
    }

    private CompletionStage<Optional<User>> resident(String name, SpaceId space) {
        return named(name, space).thenCompose(found -> {
            boolean isHere = found.flatMap(User::membership)
                    .filter(membership -> membership.space().equals(space))
                    .isPresent();
            return found.isEmpty() || isHere
                    ? CompletableFuture.completedStage(found)
                    : member(found.get().id(), space);
        });
    }

    /**
     * Looks a user up as they are in a space, with their {@link User#membership()} there.
     *
     * @param user who
     * @param space where
     * @return the user, or empty if they are not there; on a platform without roles, the user as anywhere
     */
    default CompletionStage<Optional<User>> member(UserId user, SpaceId space) {
        return user(user.id());
    }

    /**
     * Lists the roles that a space has.
     *
     * @param space where
     * @return the roles, the highest first; none on a platform without roles
     */
    default CompletionStage<List<Role>> roles(SpaceId space) {
        return CompletableFuture.completedStage(List.of());
    }

    /**
     * Looks a channel up by what is its alone, in whichever space it is.
     *
     * @param reference an id, or a mention that holds one
     * @return the channel, or empty if there is none
     */
    CompletionStage<Optional<Channel>> channel(String reference);

    /**
     * Looks up which channel of a space has a name.
     *
     * @param name what it is called, as a user of the platform would write it
     * @param space where
     * @return the channel, or empty if none is called so or several are; none if not overridden, for a platform on
     *     which names are ids
     */
    default CompletionStage<Optional<Channel>> channelNamed(String name, SpaceId space) {
        return CompletableFuture.completedStage(Optional.empty());
    }

    /**
     * Looks up which channel someone means in another one: by its id or name in the same space, and from a direct
     * conversation, which is in none, by any id. Whether that person may do there what they want is the caller's to
     * ask.
     *
     * @param reference an id, a mention or a name, as a user of the platform would write it
     * @param where the channel in which it was written
     * @return the channel, or empty if there is none or the name is not unique
     */
    default CompletionStage<Optional<Channel>> channel(String reference, Channel where) {
        var space = where.space().map(Space::id);
        return channel(reference)
                .thenApply(known -> known.filter(channel ->
                        space.isEmpty() || channel.space().map(Space::id).equals(space)))
                .thenCompose(here -> here.isPresent() || space.isEmpty()
                        ? CompletableFuture.completedStage(here)
                        : channelNamed(reference, space.get()));
    }

    /**
     * Reads the latest messages of a channel.
     *
     * @param channel where
     * @param limit how many at most, from 1 to 100
     * @return the messages, newest first; none without {@link Capability#HISTORY}
     */
    CompletionStage<List<Message>> history(ChannelId channel, int limit);

    /**
     * Tells whether a message begins by mentioning the bot, without asking the platform.
     *
     * @param text a message's text
     * @param where the channel in which it was written
     * @return what follows the mention, or empty if there is none
     */
    Optional<String> addressed(String text, ChannelId where);
}
