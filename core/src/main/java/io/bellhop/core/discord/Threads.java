package io.bellhop.core.discord;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.core.chat.Visible;
import io.bellhop.core.discord.call.CallId;
import io.bellhop.core.discord.content.Cut;
import io.bellhop.core.discord.entity.Ids;
import io.bellhop.core.discord.request.Failure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** Begins threads. In direct conversations and within threads there are none: the talk goes on where it is. */
final class Threads {
    private static final int LONGEST_NAME = 100;

    private Threads() {}

    /** Begins a thread about a message, or finds the one that is there. A call has no message, so it stands beside. */
    static CompletionStage<ChannelId> about(MessageChannel channel, MessageId message, String name) {
        if (CallId.isPrivate(message)) {
            return CompletableFuture.failedStage(
                    Failure.of("discord.refused", "What only one person sees has no thread.", null));
        }
        if (!(channel instanceof IThreadContainer container)) {
            return CompletableFuture.completedStage(message.channel());
        }
        return CallId.caller(message).isPresent()
                ? beside(container, name).thenApply(Threads::idOf)
                : about(container, message, name);
    }

    private static CompletionStage<ChannelId> about(IThreadContainer container, MessageId message, String name) {
        return container
                .createThreadChannel(name(name), message.id())
                .submit()
                .thenApply(Threads::idOf)
                .exceptionallyCompose(failure -> isThere(failure)
                        // a message's thread has the message's own id
                        ? CompletableFuture.completedStage(Ids.channel(message.id()))
                        : CompletableFuture.failedStage(failure));
    }

    /** Begins a thread about no message in particular. */
    static CompletionStage<ThreadChannel> beside(IThreadContainer container, String name) {
        return container.createThreadChannel(name(name)).submit();
    }

    /** Tells whether a thread is locked, and the bot may not write in such. */
    static boolean isClosedToMe(ThreadChannel thread) {
        return thread.isLocked() && !thread.getGuild().getSelfMember().hasPermission(thread, Permission.MANAGE_THREADS);
    }

    static String name(String name) {
        var visible = Visible.of(name.strip());
        var cut = visible.length() <= LONGEST_NAME ? visible : visible.substring(0, Cut.hard(visible, LONGEST_NAME));
        return cut.isBlank() ? "thread" : cut.strip();
    }

    private static ChannelId idOf(ThreadChannel thread) {
        return Ids.channel(thread.getId());
    }

    private static boolean isThere(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ErrorResponseException answer
                && answer.getErrorResponse() == ErrorResponse.THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS;
    }
}
