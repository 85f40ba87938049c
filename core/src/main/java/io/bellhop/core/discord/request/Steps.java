package io.bellhop.core.discord.request;

import io.bellhop.api.chat.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.RestAction;

/** Requests that go one after the other. */
public final class Steps {
    private Steps() {}

    /**
     * Sends each when the one before it was taken.
     *
     * @param steps what is sent
     * @return completes with the messages that they became
     */
    public static CompletionStage<List<MessageId>> inOrder(List<Supplier<RestAction<MessageId>>> steps) {
        CompletionStage<List<MessageId>> done = CompletableFuture.completedStage(List.of());
        for (var step : steps) {
            done = done.thenCompose(ids -> step.get().submit().thenApply(id -> plus(ids, id)));
        }
        return done;
    }

    private static List<MessageId> plus(List<MessageId> ids, MessageId id) {
        var more = new ArrayList<>(ids);
        more.add(id);
        return more;
    }
}
