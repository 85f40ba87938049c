package io.bellhop.core.discord.call;

import io.bellhop.api.chat.MessageId;
import io.bellhop.core.discord.request.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * What Discord has taken of an answer. What follows the first message of a call has no nonce there, so that what is
 * sent again after an answer was lost may stand there twice, and says so. For one request at a time.
 */
final class Told {
    private static final String MARK = "(this may be a repeat: the connection was lost)";

    private final List<MessageId> ids = new ArrayList<>();
    private boolean isInDoubt;

    List<MessageId> ids() {
        return List.copyOf(ids);
    }

    void add(MessageId id) {
        ids.add(id);
    }

    /**
     * Tells how the sending ended.
     *
     * @param failure by this a message failed that Discord may have taken all the same; null if none did
     */
    void ended(@Nullable Throwable failure) {
        isInDoubt |= failure != null && mayBeTaken(failure);
    }

    /** Returns what is still to be sent. */
    List<MessageCreateData> rest(List<MessageCreateData> messages) {
        var rest = messages.subList(Math.min(ids.size(), messages.size()), messages.size());
        return isInDoubt && !rest.isEmpty() ? marked(rest) : rest;
    }

    private static List<MessageCreateData> marked(List<MessageCreateData> messages) {
        var marked = new ArrayList<>(messages);
        var content = messages.getLast().getContent();
        var longer = content.isEmpty() ? MARK : content + "\n" + MARK;
        if (longer.length() <= Message.MAX_CONTENT_LENGTH) {
            var last = marked.removeLast();
            marked.add(MessageCreateBuilder.from(last).setContent(longer).build());
        } else {
            marked.add(MessageCreateData.fromContent(MARK));
        }
        return marked;
    }

    private static boolean mayBeTaken(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> mayBeTaken(wrapped.getCause());
            case ErrorResponseException answer -> Failure.isUnanswered(answer);
            default -> false;
        };
    }
}
