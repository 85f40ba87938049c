package io.bellhop.core.console;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Visible;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.choice.Askers;
import io.bellhop.core.choice.Offers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the bot sends: prints it, saves its files, and keeps what can be picked. Safe for use from any thread. */
final class Sending {
    private static final int WHISPERS = 1000;

    private final Surface surface;
    private final Transcripts transcripts;
    private final Offers offers;
    private final Askers askers;
    private final SavedFiles files;
    private final PlainText plainText;
    private final Map<MessageId, UserId> whispers = Collections.synchronizedMap(new Recent<>(WHISPERS));

    Sending(Surface surface, Transcripts transcripts, Offers offers, Askers askers, Path files) {
        this.surface = surface;
        this.transcripts = transcripts;
        this.offers = offers;
        this.askers = askers;
        this.files = new SavedFiles(files);
        this.plainText = new PlainText(surface.style());
    }

    /** Prints to all; a cause makes it an answer, whose choices are for whoever asked. */
    CompletionStage<Receipt> toAll(ChannelId channel, Content content, Optional<MessageId> cause) {
        return attempt(() -> {
            var saved = saved(content);
            var shown = shown(content, saved);
            if (!shown.isEmpty()) {
                surface.print(shown);
            }
            var message = transcripts.write(new ConsoleChannel(channel), ConsoleUser.BOT, shown, saved, cause);
            offer(message.id(), content, cause.flatMap(askers::of));
            return message.id();
        });
    }

    CompletionStage<Receipt> toOne(UserId user, @Nullable MessageId cause, Content content) {
        return attempt(() -> {
            var shown = shown(content, saved(content));
            surface.print(
                    "(whisper to " + Visible.of(user.id()) + ")" + (standsAlone(content, shown) ? "\n" : " ") + shown);
            var channel = cause == null ? ConsoleChannel.LOBBY : new ConsoleChannel(cause.channel());
            var id = transcripts.nextId(channel);
            whispers.put(id, user);
            offer(id, content, Optional.of(user));
            return id;
        });
    }

    /** Prints what now stands instead, for the same eyes. */
    CompletionStage<Receipt> instead(Receipt sent, Content content) {
        withdraw(sent);
        var cause = sent.message();
        var whisperedTo = whispers.get(cause);
        return whisperedTo == null
                ? toAll(cause.channel(), content, Optional.of(cause))
                : toOne(whisperedTo, cause, content);
    }

    void withdraw(Receipt sent) {
        sent.messages().forEach(offers::withdraw);
    }

    /** Choices that answer nobody are open to all who are there: what is picked runs with the picker's own rights. */
    private void offer(MessageId message, Content content, Optional<UserId> asker) {
        asker.ifPresent(user -> askers.noted(message, user));
        offers.offer(message, content.choices(), asker);
    }

    private List<Attachment> saved(Content content) {
        return content.attachments().stream().<Attachment>map(files::save).toList();
    }

    private String shown(Content content, List<Attachment> saved) {
        var left = new ArrayDeque<>(saved);
        return plainText.of(content, _ -> "(file " + ((FileAttachment) left.removeFirst()).path() + ")");
    }

    /** {@return whether a mark in front would spoil lines that stand on their own} */
    private static boolean standsAlone(Content content, String shown) {
        return shown.contains("\n") || content.text().nodes().stream().anyMatch(Text.Fence.class::isInstance);
    }

    private interface Printing {
        MessageId run() throws IOException;
    }

    private static CompletionStage<Receipt> attempt(Printing printing) {
        try {
            return CompletableFuture.completedStage(Receipt.of(printing.run()));
        } catch (BellhopException e) {
            return CompletableFuture.failedStage(e);
        } catch (IOException e) {
            return CompletableFuture.failedStage(new BellhopException(
                    ErrorKind.CONNECTOR, "console.unreachable", "The console's output is closed.", e));
        }
    }
}
