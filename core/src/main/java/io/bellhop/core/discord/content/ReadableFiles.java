package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.core.discord.request.Unreadable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Sends what can be read: a file is opened only while it is sent, so that it is known no sooner that it can't be. */
public final class ReadableFiles {
    private ReadableFiles() {}

    /**
     * Sends content, and if a file of it can't be read, the rest with a note in its stead. If there is no rest it
     * fails.
     *
     * @param <T> what sending results in
     * @param content what
     * @param sending sends it, once for each file that can't be read and once more
     * @return what it resulted in at last
     */
    public static <T> CompletionStage<T> send(Content content, Function<Content, CompletionStage<T>> sending) {
        return sending.apply(content)
                .exceptionallyCompose(failure -> Unreadable.in(failure)
                        .filter(file -> hasMoreThan(file, content))
                        .map(file -> send(without(file, content), sending))
                        .orElseGet(() -> CompletableFuture.failedStage(failure)));
    }

    private static boolean hasMoreThan(Attachment file, Content content) {
        return content.attachments().contains(file)
                && (content.attachments().size() > 1
                        || content.card().isPresent()
                        || !content.text().isEmpty());
    }

    private static Content without(Attachment unreadable, Content content) {
        var lines = content.text().isEmpty() ? content.text() : content.text().line();
        var rest =
                content.card().map(Content::of).orElseGet(() -> Content.of("")).with(lines.add(note(unreadable)));
        for (Choice choice : content.choices()) {
            rest = rest.with(choice);
        }
        for (Attachment file : content.attachments()) {
            rest = file.equals(unreadable) ? rest : rest.with(file);
        }
        return content.key().map(rest::keyed).orElse(rest);
    }

    private static Text note(Attachment unreadable) {
        return Text.of("(").code(SentFile.name(unreadable)).add(" can't be read)");
    }
}
