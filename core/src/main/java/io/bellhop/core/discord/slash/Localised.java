package io.bellhop.core.discord.slash;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/**
 * A description in all languages that it has.
 *
 * @param usual what stands for all other languages
 * @param others what differs from it
 */
record Localised(String usual, Map<DiscordLocale, String> others) {
    /** Makes one of the first of some texts that says anything, and of what a language has in the place of it. */
    static Localised of(Function<Locale, String> help, String... texts) {
        var usual = Limits.description(texts);
        var others = new EnumMap<DiscordLocale, String>(DiscordLocale.class);
        for (var language : DiscordLocale.values()) {
            var said = language == DiscordLocale.UNKNOWN ? "" : help.apply(language.toLocale());
            var shown = said.isBlank() ? usual : Limits.description(said);
            if (!shown.equals(usual)) {
                others.put(language, shown);
            }
        }
        return new Localised(usual, others);
    }

    /** Returns what Discord counts of it. */
    int length() {
        return Math.max(
                usual.length(),
                others.values().stream().mapToInt(String::length).max().orElse(0));
    }
}
