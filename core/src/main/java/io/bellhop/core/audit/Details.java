package io.bellhop.core.audit;

import io.bellhop.core.storage.JsonRows;
import io.bellhop.core.telemetry.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What of a row only those may read who may read about its person.
 *
 * @param name what the person was called
 * @param channel where it was
 * @param arguments with what, bounded, without secrets
 */
public record Details(String name, String channel, String arguments) {
    /** Those of someone forgotten. */
    public static final Details UNREADABLE = new Details("", "", "");

    private static final int MOST_CHARACTERS = 4_000;
    private static final JsonRows ROWS = new JsonRows();

    static Details of(Deed deed) {
        return new Details(
                deed.user().map(user -> bounded(user.name())).orElse(""),
                deed.channel()
                        .map(channel -> channel.id() + " " + bounded(channel.name()))
                        .orElse(""),
                bounded(Redaction.of(deed.arguments())));
    }

    /** Returns them as a row stores them, before it is encrypted. */
    String json() {
        var json = ROWS.write(
                List.of(this),
                (details, cells) -> cells.add(details.name).add(details.channel).add(details.arguments));
        return new String(json, StandardCharsets.UTF_8);
    }

    /**
     * Reads what a row stores.
     *
     * @param json what it stores, decrypted
     * @return the details
     */
    public static Details read(String json) {
        return ROWS.read(
                        json.getBytes(StandardCharsets.UTF_8),
                        cells -> new Details(cells.text(), cells.text(), cells.text()))
                .getFirst();
    }

    private static String bounded(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + "… (" + text.length() + " characters)";
    }
}
