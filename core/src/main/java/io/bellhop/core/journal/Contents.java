package io.bellhop.core.journal;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.core.storage.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Turns what is sent into JSON, and back. Safe for use from any thread. */
final class Contents {
    /** All files of a reply that are kept; larger ones are sent, but can't be after a crash. */
    static final int MOST_BYTES = 1 << 20;

    private final Json json = new Json();

    /** A content, and how it is stored. */
    record Kept(Content content, String json) {}

    private record Place(String channel, String message) {}

    /** Reads the files, on the caller's thread; what is sent are then the copies, which pin no plugin's classes. */
    Kept keep(Content content) {
        if (content.attachments().isEmpty()) {
            return new Kept(
                    content, json.write(isPlain(content) ? plain(content) : StoredContent.of(content, List.of())));
        }
        var files = new ArrayList<StoredFile>();
        var sent = content.card()
                .map(card -> Content.of(card).with(content.text()))
                .orElseGet(() -> Content.of(content.text()));
        for (var choice : content.choices()) {
            sent = sent.with(choice);
        }
        int left = MOST_BYTES;
        for (var attachment : content.attachments()) {
            var file = StoredFile.of(attachment, left);
            files.add(file);
            left -= file.bytes() == null ? 0 : file.bytes().length;
            sent = sent.with(file.bytes() == null ? attachment : Attachment.of(file.name(), file.bytes()));
        }
        return new Kept(sent, json.write(StoredContent.of(content, files)));
    }

    /** Most replies are literal text: those are stored as a JSON string, which is quicker. */
    private static boolean isPlain(Content content) {
        var nodes = content.text().nodes();
        return nodes.size() == 1
                && nodes.getFirst() instanceof Text.Literal
                && content.card().isEmpty()
                && content.choices().isEmpty();
    }

    private static String plain(Content content) {
        return ((Text.Literal) content.text().nodes().getFirst()).string();
    }

    Content content(String stored) {
        return stored.startsWith("\"")
                ? Content.of(json.read(stored, String.class))
                : json.read(stored, StoredContent.class).content();
    }

    /** Stores what a reply replaces: nothing, if that is still on its way. */
    String receipt(CompletionStage<Receipt> replaced) {
        var sent = replaced.toCompletableFuture();
        var messages =
                sent.isDone() && !sent.isCompletedExceptionally() ? sent.join().messages() : List.<MessageId>of();
        return json.write(messages.stream()
                .map(message -> new Place(message.channel().id(), message.id()))
                .toList());
    }

    /** Returns what a reply replaces; empty if that was not known yet when it was stored. */
    Optional<Receipt> receipt(String connector, String stored) {
        var messages = Arrays.stream(json.read(stored, Place[].class))
                .map(place -> new MessageId(new ChannelId(connector, place.channel()), place.message()))
                .toList();
        return messages.isEmpty() ? Optional.empty() : Optional.of(new Receipt(messages));
    }
}
