package io.bellhop.core.discord;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.core.discord.content.Place;
import io.bellhop.core.discord.content.ReadableFiles;
import io.bellhop.core.discord.entity.DiscordMessage;
import io.bellhop.core.discord.request.Nonce;
import io.bellhop.core.discord.request.Steps;
import io.bellhop.core.discord.request.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import org.jspecify.annotations.Nullable;

/** Sends the messages of one content to a channel: one after the other, and nothing of its own between them. */
final class Sender {
    private final Turns turns;

    Sender(Turns turns) {
        this.turns = turns;
    }

    /**
     * Sends content.
     *
     * @param channel where to
     * @param content what
     * @param parts makes messages of what of it can be read
     * @return where it went
     */
    CompletionStage<Receipt> send(
            MessageChannel channel, Content content, Function<Content, List<MessageCreateData>> parts) {
        return ReadableFiles.send(content, readable -> {
            var messages = parts.apply(readable);
            return inOrder(
                    channel,
                    IntStream.range(0, messages.size())
                            .mapToObj(i -> saying(channel, messages.get(i), Nonce.of(content.key(), i)))
                            .toList());
        });
    }

    /** Only the first points at the message; that it is gone is no reason not to answer. */
    CompletionStage<Receipt> answer(
            MessageChannel channel,
            MessageId message,
            Content content,
            Function<Content, List<MessageCreateData>> parts) {
        return ReadableFiles.send(
                content,
                readable -> inOrder(channel, answering(channel, message, parts.apply(readable), content.key())));
    }

    private static List<Supplier<RestAction<MessageId>>> answering(
            MessageChannel channel, MessageId message, List<MessageCreateData> answers, Optional<String> key) {
        var steps = new ArrayList<Supplier<RestAction<MessageId>>>();
        var reference = Place.of(channel).references() ? message.id() : null;
        steps.add(() -> channel.sendMessage(answers.getFirst())
                .setNonce(Nonce.of(key, 0))
                .setMessageReference(reference)
                .failOnInvalidReply(false)
                .map(DiscordMessage::idOf));
        IntStream.range(1, answers.size()).forEach(i -> steps.add(saying(channel, answers.get(i), Nonce.of(key, i))));
        return steps;
    }

    /** Puts messages in the place of old ones, and those that are more below. */
    CompletionStage<Receipt> replace(
            MessageChannel channel,
            List<MessageId> old,
            Content content,
            Function<Content, List<MessageCreateData>> parts) {
        return ReadableFiles.send(
                content, readable -> inOrder(channel, replacing(channel, old, parts.apply(readable), content.key())));
    }

    private static List<Supplier<RestAction<MessageId>>> replacing(
            MessageChannel channel, List<MessageId> old, List<MessageCreateData> messages, Optional<String> key) {
        var steps = new ArrayList<Supplier<RestAction<MessageId>>>();
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            steps.add(
                    i < old.size()
                            ? replacing(channel, old.get(i), message)
                            : saying(channel, message, Nonce.of(key, i)));
        }
        return steps;
    }

    private static Supplier<RestAction<MessageId>> saying(
            MessageChannel channel, MessageCreateData message, @Nullable String nonce) {
        return () -> channel.sendMessage(message).setNonce(nonce).map(DiscordMessage::idOf);
    }

    private static Supplier<RestAction<MessageId>> replacing(
            MessageChannel channel, MessageId old, MessageCreateData message) {
        var edited = MessageEditBuilder.fromCreateData(message).setReplace(true).build();
        return () -> channel.editMessageById(old.id(), edited).map(DiscordMessage::idOf);
    }

    private CompletionStage<Receipt> inOrder(MessageChannel channel, List<Supplier<RestAction<MessageId>>> steps) {
        Supplier<CompletionStage<Receipt>> sending = () -> Steps.inOrder(steps).thenApply(Receipt::new);
        return steps.size() > 1 ? turns.several(channel.getId(), sending) : turns.one(channel.getId(), sending);
    }
}
