package io.bellhop.core.journal;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content as it is stored.
 *
 * @param text its text
 * @param card its card, or null
 * @param choices what can be picked, or null if nothing can
 * @param files its attachments, or null if there are none
 */
record StoredContent(
        List<StoredNode> text,
        @Nullable StoredCard card,
        @Nullable List<StoredChoice> choices,
        @Nullable List<StoredFile> files) {
    record StoredCard(
            String title,
            List<StoredNode> text,
            List<StoredField> fields,
            @Nullable URI image,
            @Nullable String footer) {
        static StoredCard of(Card card) {
            return new StoredCard(
                    card.title(),
                    StoredNode.all(card.text()),
                    card.fields().stream()
                            .map(field -> new StoredField(field.name(), StoredNode.all(field.value())))
                            .toList(),
                    card.image().orElse(null),
                    card.footer().orElse(null));
        }

        Card card() {
            var card = Card.of(title).text(StoredNode.text(text));
            for (var field : fields) {
                card = card.field(field.name(), StoredNode.text(field.value()));
            }
            if (image != null) {
                card = card.image(image);
            }
            return footer == null ? card : card.footer(footer);
        }
    }

    record StoredField(String name, List<StoredNode> value) {}

    record StoredChoice(String label, String invocation, boolean forEveryone) {
        static StoredChoice of(Choice choice) {
            return new StoredChoice(choice.label(), choice.invocation(), choice.isForEveryone());
        }

        Choice choice() {
            var choice = Choice.of(label, invocation);
            return forEveryone ? choice.forEveryone() : choice;
        }
    }

    static StoredContent of(Content content, List<StoredFile> files) {
        return new StoredContent(
                StoredNode.all(content.text()),
                content.card().map(StoredCard::of).orElse(null),
                content.choices().isEmpty()
                        ? null
                        : content.choices().stream().map(StoredChoice::of).toList(),
                files.isEmpty() ? null : files);
    }

    /** Makes the content again; of a file that could not be kept it tells the name. */
    Content content() {
        var content = Content.of(withLost(StoredNode.text(text)));
        if (card != null) {
            content = Content.of(card.card()).with(content.text());
        }
        for (var choice : choices == null ? List.<StoredChoice>of() : choices) {
            content = content.with(choice.choice());
        }
        for (var file : files == null ? List.<StoredFile>of() : files) {
            if (file.bytes() != null) {
                content = content.with(Attachment.of(file.name(), file.bytes()));
            }
        }
        return content;
    }

    private Text withLost(Text shown) {
        var told = shown;
        for (var file : files == null ? List.<StoredFile>of() : files) {
            if (file.bytes() == null) {
                told = (told.isEmpty() ? told : told.line())
                        .add("(the file " + file.name() + " was too large to be kept over the restart)");
            }
        }
        return told;
    }
}
