package io.bellhop.core.command.parse;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.User;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What conversion may ask for beside the words.
 *
 * @param message the message that asked
 * @param connector looks users and channels up
 */
public record ConversionContext(Message message, Connector connector) {
    private static final long LOOK_UP_SECONDS = 5;
    private static final int LATEST = 100;

    Optional<User> user(String reference) {
        return await(connector.user(reference, message.channel()));
    }

    Optional<Channel> channel(String reference) {
        return await(connector.channel(reference, message.channel()));
    }

    /** Finds the message that this one replies to, if it is among the latest of its channel. */
    Optional<Message> repliedTo() {
        var wanted = message.repliesTo();
        if (wanted.isEmpty() || !connector.capabilities().contains(Capability.HISTORY)) {
            return Optional.empty();
        }
        return await(connector
                .history(wanted.get().channel(), LATEST)
                .thenApply(latest -> latest.stream()
                        .filter(one -> one.id().equals(wanted.get()))
                        .findFirst()));
    }

    private static <T> Optional<T> await(CompletionStage<Optional<T>> lookUp) {
        try {
            return lookUp.toCompletableFuture().get(LOOK_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            throw new WrongInput("The chat platform couldn't be asked for it. Try again in a moment.", null);
        }
    }
}
