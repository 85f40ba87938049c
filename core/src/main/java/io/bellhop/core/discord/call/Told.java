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
 * sent again after an answer was lost may stand there twice, and says so. Safe for use from any thread: a try may end
 * after the next has begun, if the link was closed between.
 */
final class Told {
    private static final String MARK = "(this may be a repeat: the connection was lost)";

    private final List<MessageId> ids = new ArrayList<>();
    private boolean isUnderWay;
    private boolean isInDoubt;

    synchronized List<MessageId> ids() {
        return List.copyOf(ids);
    }

    synchronized void add(MessageId id) {
        if (!ids.contains(id)) { // two tries may have put it in the same place
            ids.add(id);
        }
    }

    /**
     * Tells how the sending ended.
     *
     * @param failure by this a message failed that Discord may have taken all the same; null if none did
     */
    synchronized void ended(@Nullable Throwable failure) {
        isUnderWay = false;
        isInDoubt |= failure != null && mayBeTaken(failure);
    }

    /**
     * Returns what is still to be sent, and is under way from now on.
     *
     * @param messages all of it
     * @param takesPlace whether what is sent first takes a place, so that it can be sent twice
     */
    synchronized List<MessageCreateData> rest(List<MessageCreateData> messages, boolean takesPlace) {
        isInDoubt |= isUnderWay && !takesPlace; // the link was closed before the try ended
        isUnderWay = true;
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
