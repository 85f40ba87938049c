package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.error.BellhopException;
import java.util.List;
import java.util.Optional;

/** A setting that can be set in chat now: one of the core, or one that a running plugin declares. */
interface KnownSetting {
    /** Returns what names it: {@code prefix}, or {@code code.max-lines} for one of a plugin. */
    String key();

    /** Says what it does, in a sentence. */
    String help();

    /** Returns for what it can be set, the usual first. */
    List<Level> levels();

    /** Returns what holds where nothing is set in chat, as one would write it. */
    String base();

    /** Tells whether {@link #base} was written by the owner, and is no default. */
    default boolean isConfigured() {
        return false;
    }

    /**
     * Checks a value. May wait for others.
     *
     * @param value what someone wrote
     * @param scope what it is set for
     * @param here where they are
     * @return what is to be kept
     * @throws BellhopException if it can't be set, with the reason
     */
    String check(String value, Scope scope, Channel here);

    /**
     * Says what a value, set for a space or the bot, takes from many, so that it is confirmed first.
     *
     * @param before what is set for the same, or empty
     * @param value what is to be kept
     * @param here where they are
     * @return a sentence, or empty if it takes nothing
     */
    default Optional<String> takes(String before, String value, Channel here) {
        return Optional.empty();
    }

    /** Makes what is kept readable; may wait for others. */
    default String shown(String value, Channel here) {
        return value;
    }

    /** Makes the refusal of a value. */
    static BellhopException wrong(String sentence) {
        return BellhopException.user("settings.value", sentence);
    }
}
