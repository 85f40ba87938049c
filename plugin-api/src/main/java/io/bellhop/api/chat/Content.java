package io.bellhop.api.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is sent: text, and perhaps a card, choices and attachments. Immutable; each method returns a fuller content.
 *
 * <p>It can carry a key: where the connector remembers keys, what is sent twice under one key is shown once.
 */
public final class Content {
    private static final Content EMPTY = new Content(Text.empty(), null, List.of(), List.of(), null);

    private final Text text;
    private final @Nullable Card card;
    private final List<Choice> choices;
    private final List<Attachment> attachments;
    private final @Nullable String key;

    private Content(
            Text text, @Nullable Card card, List<Choice> choices, List<Attachment> attachments, @Nullable String key) {
        this.text = text;
        this.card = card;
        this.choices = choices;
        this.attachments = attachments;
        this.key = key;
    }

    /**
     * Makes content of a text.
     *
     * @param text the text
     * @return the content
     */
    public static Content of(Text text) {
        return new Content(text, null, List.of(), List.of(), null);
    }

    /**
     * Makes content of literal characters.
     *
     * @param literal the characters
     * @return the content
     */
    public static Content of(String literal) {
        return of(Text.of(literal));
    }

    /**
     * Makes content of a card.
     *
     * @param card the card
     * @return the content
     */
    public static Content of(Card card) {
        return new Content(Text.empty(), card, List.of(), List.of(), null);
    }

    /**
     * Makes content of a file.
     *
     * @param attachment the file
     * @return the content
     */
    public static Content of(Attachment attachment) {
        return EMPTY.with(attachment);
    }

    /**
     * Adds a choice.
     *
     * @param choice what can be picked
     * @return the fuller content
     */
    public Content with(Choice choice) {
        var more = new ArrayList<>(choices);
        more.add(choice);
        return new Content(text, card, List.copyOf(more), attachments, key);
    }

    /**
     * Adds a file.
     *
     * @param attachment the file
     * @return the fuller content
     */
    public Content with(Attachment attachment) {
        var more = new ArrayList<>(attachments);
        more.add(attachment);
        return new Content(text, card, choices, List.copyOf(more), key);
    }

    /**
     * Sets the text.
     *
     * @param newText the text
     * @return the changed content
     */
    public Content with(Text newText) {
        return new Content(newText, card, choices, attachments, key);
    }

    /**
     * Names this sending, so that a repeat can be recognised: see {@link Connector#remembersKeys}.
     *
     * @param newKey at most 20 letters, digits, dots and hyphens, which nothing else that is sent has
     * @return the same content under a key
     */
    public Content keyed(String newKey) {
        return new Content(text, card, choices, attachments, newKey);
    }

    /**
     * Returns the text.
     *
     * @return the text, perhaps empty
     */
    public Text text() {
        return text;
    }

    /**
     * Returns the card.
     *
     * @return the card, or empty
     */
    public Optional<Card> card() {
        return Optional.ofNullable(card);
    }

    /**
     * Returns what can be picked.
     *
     * @return the choices in order
     */
    public List<Choice> choices() {
        return choices;
    }

    /**
     * Returns the files.
     *
     * @return the attachments in order
     */
    public List<Attachment> attachments() {
        return attachments;
    }

    /**
     * Returns what names this sending.
     *
     * @return the key, or empty
     */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }
}
