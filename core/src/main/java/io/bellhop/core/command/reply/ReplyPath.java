package io.bellhop.core.command.reply;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.chat.HandOver;
import io.bellhop.core.event.Time;
import io.bellhop.core.journal.JournalEntry;
import io.bellhop.core.telemetry.meter.Meters;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one invocation's replies and progress reach its user: through the journal, or directly if its command may be
 * repeated. Safe for use from any thread.
 */
public final class ReplyPath {
    private final String ref;
    private final Request request;
    private final Visibility visibility;
    private final @Nullable JournalEntry journalled;
    private final Deliveries deliveries;
    private final Answered answered;
    private final Progress progress;

    /**
     * Makes the way of one invocation's replies.
     *
     * @param ref names the invocation
     * @param request what is answered
     * @param visibility who sees the replies
     * @param meters counts them
     * @param time how often progress may be shown
     * @param journalled writes them down first, or null if the command may be repeated
     * @param answered notes where they went
     */
    public ReplyPath(
            String ref,
            Request request,
            Visibility visibility,
            Meters meters,
            Time time,
            @Nullable JournalEntry journalled,
            Answered answered) {
        this.ref = ref;
        this.request = request;
        this.visibility = visibility;
        this.journalled = journalled;
        this.deliveries = new Deliveries(meters);
        this.answered = answered;
        this.progress =
                new Progress(request.connector(), time, this::send, request.before(), visibility == Visibility.WHISPER);
    }

    /**
     * Returns the ref of the invocation.
     *
     * @return what names it
     */
    public String ref() {
        return ref;
    }

    /**
     * Sends one reply of maybe many.
     *
     * @param content what is said
     * @return completes when it was sent, never on a thread that sends for others
     */
    public CompletionStage<Receipt> reply(Content content) {
        return HandOver.of(deliveries.add(
                ref,
                () -> noted(
                        journalled == null ? progress.replace(content) : journalled.reply(content, progress.end()))));
    }

    /**
     * Says the last word.
     *
     * @param content what is said
     */
    public void last(Content content) {
        var _ = deliveries.add(ref, () -> sendLast(content));
    }

    /**
     * Says the last word, and tells where it went before the request counts as answered.
     *
     * @param content what is said
     * @param told called with the receipt when it was sent
     */
    public void last(Content content, Consumer<Receipt> told) {
        var _ = deliveries.add(
                ref,
                () -> sendLast(content).thenApply(receipt -> {
                    told.accept(receipt);
                    return receipt;
                }));
    }

    private CompletionStage<Receipt> sendLast(Content content) {
        return noted(journalled == null ? progress.replace(content) : journalled.finish(content, progress.end()));
    }

    private CompletionStage<Receipt> noted(CompletionStage<Receipt> sending) {
        answered.note(request.connector(), request.message().id(), sending, visibility == Visibility.WHISPER);
        return sending;
    }

    /**
     * Finds all that was sent at once with a message.
     *
     * @param part the message
     * @return all messages that the same content became
     */
    public Receipt whole(MessageId part) {
        return answered.whole(part);
    }

    /** Has nothing more to say. */
    public void end() {
        progress.drop();
        if (journalled != null) {
            journalled.finish();
        }
    }

    /**
     * Has nothing more to say, but counts as answered only when another is, too.
     *
     * @param other completes when the invocation is answered that goes on in the place of this one
     */
    public void endWith(CompletionStage<Void> other) {
        deliveries.await(other);
        end();
    }

    /**
     * Shows how far the invocation is, where messages can be edited.
     *
     * @param text what is shown until the next, or the reply, takes its place
     */
    public void progress(Text text) {
        progress.show(text);
        var shown = progress.shown();
        if (shown != null) {
            noted(shown);
        }
    }

    /** Shows that the bot is writing, where a platform can. */
    public void typing() {
        request.connector().typing(request.message().channel().id());
    }

    /**
     * Does something, and marks the request as answered, when all replies have gone out.
     *
     * @param last what is done, at once or on the thread that sent the last
     */
    public void whenDone(Runnable last) {
        deliveries.whenDone(() -> {
            last.run();
            request.answered().complete(null);
        });
    }

    private CompletionStage<Receipt> send(Content content) {
        var message = request.message();
        return visibility == Visibility.WHISPER
                ? request.connector().whisper(message.author().id(), message.id(), content)
                : request.connector().reply(message.id(), content);
    }
}
