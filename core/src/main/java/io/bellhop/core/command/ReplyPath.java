package io.bellhop.core.command;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.journal.JournalEntry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one invocation's replies and progress reach its user: through the journal, or directly if its command may be
 * repeated. Safe for use from any thread.
 */
final class ReplyPath {
    private final String ref;
    private final Request request;
    private final Visibility visibility;
    private final @Nullable JournalEntry journalled;
    private final Deliveries deliveries;
    private final Progress progress;

    ReplyPath(
            String ref,
            Request request,
            Visibility visibility,
            InvocationContext context,
            @Nullable JournalEntry journalled) {
        this.ref = ref;
        this.request = request;
        this.visibility = visibility;
        this.journalled = journalled;
        this.deliveries = new Deliveries(context.meters());
        this.progress = new Progress(request.connector(), context.time(), this::send);
    }

    String ref() {
        return ref;
    }

    CompletionStage<Receipt> reply(Content content) {
        if (journalled == null) {
            return deliveries.add(ref, () -> progress.replace(content));
        }
        var sent = deliveries.add(ref, () -> journalled.reply(content, progress.end()));
        // what the plugin does next must not hold up the thread that sends for all
        var told = new CompletableFuture<Receipt>();
        var _ = sent.whenCompleteAsync(
                (receipt, failure) -> {
                    if (failure == null) {
                        told.complete(receipt);
                    } else {
                        told.completeExceptionally(failure);
                    }
                },
                Thread::startVirtualThread);
        return told;
    }

    /** Says the last word. */
    void last(Content content) {
        var _ = deliveries.add(ref, () -> sendLast(content));
    }

    /** Says the last word, and tells where it went before the request counts as answered. */
    void last(Content content, Consumer<Receipt> told) {
        var _ = deliveries.add(
                ref,
                () -> sendLast(content).thenApply(receipt -> {
                    told.accept(receipt);
                    return receipt;
                }));
    }

    private CompletionStage<Receipt> sendLast(Content content) {
        return journalled == null ? progress.replace(content) : journalled.finish(content, progress.end());
    }

    /** Has nothing more to say. */
    void end() {
        if (journalled != null) {
            journalled.finish();
        }
    }

    void progress(Text text) {
        progress.show(text);
    }

    void typing() {
        request.connector().typing(request.message().channel().id());
    }

    /** Does something, and marks the request as answered, when all replies have gone out. */
    void whenDone(Runnable last) {
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
