package io.bellhop.core.discord;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.discord.entity.DiscordMessage;
import io.bellhop.core.discord.request.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * What the bot has said after a message. Discord's history does not show the nonces, so an answer is known by what it
 * answers and by what it says: two answers to one message that say the same count as one.
 */
record Traces(String answered, List<Message> said, boolean complete) {
    private static final int MOST = 100;

    static CompletionStage<Traces> of(MessageChannel channel, MessageId message) {
        return channel.getHistoryAfter(message.id(), MOST).submit().thenApply(history -> {
            var all = history.getRetrievedHistory();
            var self = channel.getJDA().getSelfUser();
            var own = all.reversed().stream()
                    .filter(said -> said.getAuthor().equals(self))
                    .toList();
            return new Traces(message.id(), own, all.size() < MOST);
        });
    }

    /**
     * Finds the messages of an answer.
     *
     * @throws BellhopException if nobody can tell whether it was sent
     */
    Optional<Receipt> find(List<MessageCreateData> answers) {
        var later = said.stream().dropWhile(one -> !isAnswer(one) || !says(one, answers.getFirst()));
        var found = new ArrayList<MessageId>();
        for (var message : later.toList()) {
            if (found.size() < answers.size() && says(message, answers.get(found.size()))) {
                found.add(DiscordMessage.idOf(message));
            }
        }
        if (found.size() == answers.size()) {
            return Optional.of(new Receipt(List.copyOf(found)));
        }
        boolean isSurelyNew =
                found.isEmpty() && complete && !answers.getFirst().getContent().isBlank();
        if (!isSurelyNew) {
            throw untold();
        }
        return Optional.empty();
    }

    private static boolean says(Message message, MessageCreateData answer) {
        return message.getContentRaw().strip().equals(answer.getContent().strip());
    }

    static BellhopException untold() {
        return Failure.of("discord.untold", "Nobody can tell whether this was sent already.", null);
    }

    private boolean isAnswer(Message message) {
        return Optional.ofNullable(message.getMessageReference())
                .map(MessageReference::getMessageId)
                .filter(answered::equals)
                .isPresent();
    }
}
