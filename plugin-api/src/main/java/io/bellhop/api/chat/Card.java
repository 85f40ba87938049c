package io.bellhop.api.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A framed piece of content: title, text, fields, an image and footer. Immutable; each method returns a fuller card. A
 * connector without {@link Capability#CARDS} shows it as lines.
 */
public final class Card {
    private final String title;
    private final Text text;
    private final List<Field> fields;
    private final @Nullable URI image;
    private final @Nullable String footer;

    private Card(String title, Text text, List<Field> fields, @Nullable URI image, @Nullable String footer) {
        this.title = title;
        this.text = text;
        this.fields = fields;
        this.image = image;
        this.footer = footer;
    }

    /**
     * A named value on a card.
     *
     * @param name what it is
     * @param value its value
     */
    public record Field(String name, Text value) {}

    /**
     * Starts a card.
     *
     * @param title the literal title
     * @return the card
     */
    public static Card of(String title) {
        return new Card(title, Text.empty(), List.of(), null, null);
    }

    /**
     * Sets the text below the title.
     *
     * @param newText the text
     * @return the fuller card
     */
    public Card text(Text newText) {
        return new Card(title, newText, fields, image, footer);
    }

    /**
     * Adds a field.
     *
     * @param name what it is
     * @param value its value
     * @return the fuller card
     */
    public Card field(String name, Text value) {
        var more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Card(title, text, List.copyOf(more), image, footer);
    }

    /**
     * Adds a field with a literal value.
     *
     * @param name what it is
     * @param literal a value whose string form is shown as it is
     * @return the fuller card
     */
    public Card field(String name, Object literal) {
        return field(name, Text.of(literal));
    }

    /**
     * Sets the image below the fields. Platforms fetch it themselves; those that show none show where it is.
     *
     * @param address where it is, by http or https; for an image that is nowhere on the web, attach a file
     * @return the fuller card
     * @throws IllegalArgumentException if it is no such address
     */
    public Card image(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("An image needs an address by http or https, not " + address);
        }
        return new Card(title, text, fields, address, footer);
    }

    /**
     * Sets the small print at the bottom.
     *
     * @param newFooter the literal footer
     * @return the fuller card
     */
    public Card footer(String newFooter) {
        return new Card(title, text, fields, image, newFooter);
    }

    /**
     * Returns the title.
     *
     * @return the literal title
     */
    public String title() {
        return title;
    }

    /**
     * Returns the text below the title.
     *
     * @return the text, perhaps empty
     */
    public Text text() {
        return text;
    }

    /**
     * Returns the fields.
     *
     * @return the fields in order
     */
    public List<Field> fields() {
        return fields;
    }

    /**
     * Returns where the image is.
     *
     * @return its address by http or https, or empty
     */
    public Optional<URI> image() {
        return Optional.ofNullable(image);
    }

    /**
     * Returns the small print.
     *
     * @return the footer, or empty
     */
    public Optional<String> footer() {
        return Optional.ofNullable(footer);
    }
}
