package io.bellhop.core.command;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Visibility;
import java.util.concurrent.CompletionStage;

/** How one invocation's replies and progress reach its user. Safe for use from any thread. */
final class ReplyPath {
    private final String ref;
    private final Request request;
    private final Visibility visibility;
    private final Deliveries deliveries;
    private final Progress progress;

    ReplyPath(String ref, Request request, Visibility visibility, InvocationContext context) {
        this.ref = ref;
        this.request = request;
        this.visibility = visibility;
        this.deliveries = new Deliveries(context.meters());
        this.progress = new Progress(request.connector(), context.time(), this::send);
    }

    CompletionStage<Receipt> reply(Content content) {
        return deliveries.add(ref, () -> progress.replace(content));
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
