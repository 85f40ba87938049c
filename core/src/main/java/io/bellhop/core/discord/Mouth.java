package io.bellhop.core.discord;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.discord.call.CallId;
import io.bellhop.core.discord.content.Outgoing;
import io.bellhop.core.discord.content.Place;
import io.bellhop.core.discord.content.ReadableFiles;
import io.bellhop.core.discord.entity.DiscordMessage;
import io.bellhop.core.discord.entity.Witness;
import io.bellhop.core.discord.request.Failure;
import io.bellhop.core.discord.request.Turns;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/** Says, edits and deletes: finds out where, to whom and in which messages. */
final class Mouth {
    private final Directory directory;
    private final Outgoing outgoing;
    private final Witness witness;
    private final Sender sender;

    Mouth(Directory directory, Outgoing outgoing, Witness witness, Turns turns) {
        this.directory = directory;
        this.outgoing = outgoing;
        this.witness = witness;
        this.sender = new Sender(turns);
    }

    CompletionStage<Receipt> say(ChannelId channel, Content content) {
        return writable(channel)
                .thenCompose(known -> sender.send(
                        known, content, readable -> outgoing.messages(readable, Optional.empty(), Place.of(known))));
    }

    CompletionStage<Receipt> reply(MessageId message, Content content) {
        var caller = CallId.caller(message);
        return caller.isPresent() && CallId.isPrivate(message)
                ? whisper(caller.get(), message, content)
                : answerInChannel(message, content);
    }

    private CompletionStage<Receipt> answerInChannel(MessageId message, Content content) {
        var caller = CallId.caller(message);
        return caller.isPresent() ? answerCaller(message, content, caller.get()) : answer(message, content);
    }

    /** Answers a call whose token is gone: there is no message to point at. */
    private CompletionStage<Receipt> answerCaller(MessageId call, Content content, UserId caller) {
        return writable(call.channel())
                .thenCompose(channel -> sender.send(
                        channel,
                        content,
                        readable -> outgoing.messages(readable, Optional.of(caller), Place.of(channel))))
                .thenApply(receipt -> remember(receipt, Optional.of(caller)));
    }

    private CompletionStage<Receipt> answer(MessageId message, Content content) {
        return writable(message.channel())
                .thenCompose(channel -> addressed(message, content)
                        .thenCompose(answer -> sender.answer(
                                        channel,
                                        message,
                                        answer.content(),
                                        readable -> outgoing.messages(readable, answer.asker(), Place.of(channel)))
                                .thenApply(receipt -> remember(receipt, answer.asker()))));
    }

    /** Looks whether the first messages after another are this answer to it: all of them, or none. */
    CompletionStage<Optional<Receipt>> sent(MessageId message, Content content) {
        return CallId.caller(message).isPresent()
                ? CompletableFuture.failedStage(Traces.untold())
                : directory
                        .known(message.channel())
                        .thenCompose(channel -> asker(message, content).thenCompose(asker -> {
                            var answers = outgoing.messages(content, asker, Place.of(channel));
                            return Traces.of(channel, message).thenApply(traces -> traces.find(answers));
                        }));
    }

    CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content) {
        return directory
                .direct(user)
                .thenCompose(direct ->
                        sender.send(direct, content, readable -> outgoing.messages(readable, Optional.of(user))))
                .thenApply(receipt -> remember(receipt, Optional.of(user)))
                .exceptionallyCompose(failure -> undelivered(cause, Failure.of(failure)));
    }

    CompletionStage<Receipt> edit(Receipt sent, Content content) {
        return writable(sent.message().channel()).thenCompose(channel -> edit(channel, sent, content));
    }

    private CompletionStage<Receipt> edit(MessageChannel channel, Receipt sent, Content content) {
        var asker = witness.asker(sent.message());
        var old = sent.messages();
        return sender.replace(channel, old, content, readable -> outgoing.messages(readable, asker, Place.of(channel)))
                .thenCompose(receipt -> deleteAll(surplus(old, receipt)).thenApply(gone -> remember(receipt, asker)));
    }

    private static List<MessageId> surplus(List<MessageId> old, Receipt now) {
        return old.subList(Math.min(now.messages().size(), old.size()), old.size());
    }

    void asked(MessageId message, UserId asker) {
        witness.asked(message, asker);
    }

    CompletionStage<Boolean> delete(Receipt sent) {
        return deleteAll(sent.messages());
    }

    private CompletionStage<Boolean> deleteAll(List<MessageId> messages) {
        CompletionStage<Boolean> gone = CompletableFuture.completedStage(true);
        for (var message : messages) {
            gone = gone.thenCompose(before -> deleted(message));
        }
        return gone;
    }

    private CompletionStage<Boolean> deleted(MessageId message) {
        return directory
                .known(message.channel())
                .thenCompose(channel -> channel.deleteMessageById(message.id()).submit())
                .thenApply(done -> true)
                .exceptionallyCompose(failure -> Failure.isGone(failure)
                        ? CompletableFuture.completedStage(true)
                        : CompletableFuture.failedStage(failure));
    }

    CompletionStage<Boolean> react(MessageId message, String emoji) {
        if (CallId.caller(message).isPresent()) {
            return CompletableFuture.completedStage(false); // a call is no message
        }
        return directory
                .known(message.channel())
                .thenCompose(channel -> channel.addReactionById(message.id(), Emoji.fromUnicode(emoji))
                        .submit())
                .thenApply(done -> true);
    }

    CompletionStage<ChannelId> thread(MessageId about, String name) {
        return directory.known(about.channel()).thenCompose(channel -> Threads.about(channel, about, name));
    }

    CompletionStage<Receipt> thread(ChannelId channel, String name, Content first) {
        return directory
                .container(channel)
                .thenCompose(
                        container -> container.isEmpty() ? say(channel, first) : begin(container.get(), name, first));
    }

    private CompletionStage<Receipt> begin(IThreadContainer container, String name, Content first) {
        if (container instanceof IPostContainer forum) {
            return post(forum, Threads.name(name), first);
        }
        return Threads.beside(container, name)
                .thenCompose(thread -> sender.send(
                        thread, first, readable -> outgoing.messages(readable, Optional.empty(), Place.of(thread))));
    }

    /** A forum has no messages of its own: what begins a thread there is its post. */
    private CompletionStage<Receipt> post(IPostContainer forum, String name, Content content) {
        Function<Content, List<MessageCreateData>> parts =
                readable -> outgoing.messages(readable, Optional.empty(), Place.of(forum));
        return ReadableFiles.send(
                        content,
                        readable -> forum.createForumPost(
                                        name, parts.apply(readable).getFirst())
                                .submit())
                .thenCompose(post -> {
                    var first = new Receipt(List.of(DiscordMessage.idOf(post.getMessage())));
                    return parts.apply(content).size() == 1
                            ? CompletableFuture.completedStage(first)
                            : sender.send(post.getThreadChannel(), content, parts.andThen(Mouth::afterFirst))
                                    .thenApply(rest -> joined(first, rest));
                });
    }

    private static List<MessageCreateData> afterFirst(List<MessageCreateData> parts) {
        return parts.subList(1, parts.size());
    }

    private static Receipt joined(Receipt first, Receipt rest) {
        return new Receipt(Stream.concat(first.messages().stream(), rest.messages().stream())
                .toList());
    }

    CompletionStage<Boolean> typing(ChannelId channel) {
        return directory
                .known(channel)
                .thenCompose(known -> known.sendTyping().submit())
                .thenApply(done -> true);
    }

    /** Returns a channel in which the bot may write; Discord counts what it refuses. */
    private CompletionStage<MessageChannel> writable(ChannelId id) {
        return directory.known(id).thenApply(channel -> {
            if (channel instanceof ThreadChannel thread && Threads.isClosedToMe(thread)) {
                throw Failure.locked(null);
            }
            return channel;
        });
    }

    private CompletionStage<Optional<UserId>> asker(MessageId message, Content content) {
        var known = witness.answers(message);
        return known.isPresent() || content.choices().isEmpty()
                ? CompletableFuture.completedStage(known)
                : directory.author(message).thenApply(Optional::of);
    }

    /** Nobody could press the buttons of who is not known: what they would do is said instead. */
    private CompletionStage<Addressed> addressed(MessageId message, Content content) {
        return asker(message, content)
                .thenApply(asker -> new Addressed(content, asker))
                .exceptionallyCompose(failure -> Failure.isGone(failure) || Failure.isForbidden(failure)
                        ? CompletableFuture.completedStage(Addressed.toNobody(content))
                        : CompletableFuture.failedStage(failure));
    }

    private Receipt remember(Receipt receipt, Optional<UserId> asker) {
        asker.ifPresent(user -> receipt.messages().forEach(message -> witness.answered(message, user)));
        return receipt;
    }

    /** Says in the channel why nothing comes, but for what may come later. */
    private CompletionStage<Receipt> undelivered(@Nullable MessageId cause, BellhopException failure) {
        return cause == null || Failure.isPassing(failure)
                ? CompletableFuture.failedStage(failure)
                : tell(cause, why(cause, failure), failure);
    }

    private Text why(MessageId cause, BellhopException failure) {
        var author = CallId.caller(cause).or(() -> witness.author(cause).map(User::id));
        return Failure.isUndeliverable(failure) && author.isPresent()
                ? Text.empty()
                        .mention(author.get())
                        .add(
                                " I could not write to you directly: allow direct messages from this server, then ask again.")
                : Text.of("I could not write to them directly. " + failure.getMessage());
    }

    private CompletionStage<Receipt> tell(MessageId cause, Text why, Throwable failure) {
        return answerInChannel(cause, Content.of(why)).thenCompose(receipt -> CompletableFuture.failedStage(failure));
    }
}
