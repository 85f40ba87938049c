package io.bellhop.core.chat;

/** Makes every character seen, by the API's rule for all connectors. */
public final class Visible {
    private Visible() {}

    /**
     * Replaces what would pass unseen.
     *
     * @param string any characters
     * @return what {@link io.bellhop.api.chat.plain.Visible#of} makes of them
     */
    public static String of(String string) {
        return io.bellhop.api.chat.plain.Visible.of(string);
    }
}
