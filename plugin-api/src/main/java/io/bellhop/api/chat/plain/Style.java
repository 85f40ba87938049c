package io.bellhop.api.chat.plain;

import io.bellhop.api.chat.UserId;

/**
 * How {@link PlainText} makes characters stand out, for platforms that have little more than lines. What it gets has
 * passed {@link Visible} already, so marks that it adds can't be forged. Safe for use from any thread.
 */
public interface Style {
    /** Adds no marks at all. */
    Style PLAIN = new Style() {};

    /**
     * Makes characters stand out: bold text, a card's title, the names of its fields.
     *
     * @param shown the characters
     * @return the same with marks around them
     */
    default String bold(String shown) {
        return shown;
    }

    /**
     * Marks characters as code, within a line or as whole lines.
     *
     * @param shown the characters
     * @return the same with marks around them
     */
    default String code(String shown) {
        return shown;
    }

    /**
     * Marks what a reader may pass over: a card's footer, notes about files.
     *
     * @param shown the characters
     * @return the same with marks around them
     */
    default String faint(String shown) {
        return shown;
    }

    /**
     * Calls a user by name.
     *
     * @param user who
     * @return what is shown, untrusted
     */
    default String mention(UserId user) {
        return "@" + user.id();
    }
}
