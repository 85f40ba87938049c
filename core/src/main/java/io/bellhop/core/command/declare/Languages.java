package io.bellhop.core.command.declare;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The languages that there are, and what is said in one of them. */
public final class Languages {
    private static final Pattern TAG = Pattern.compile("(\\p{Alpha}{2})(?:[-_](\\p{Alpha}{2}|\\d{3}))?");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private Languages() {}

    /**
     * Reads a language.
     *
     * @param written its code, perhaps with a region: {@code de}, {@code pt-BR} or {@code pt_BR}
     * @return the language, or empty if there is none of that code
     */
    public static Optional<Locale> parse(String written) {
        var tag = TAG.matcher(written);
        if (!tag.matches()) {
            return Optional.empty();
        }
        var region = tag.group(2) == null ? "" : tag.group(2);
        var language = Locale.of(tag.group(1), region);
        boolean isKnown = LANGUAGES.contains(language.getLanguage())
                && (region.isEmpty() || Character.isDigit(region.charAt(0)) || REGIONS.contains(language.getCountry()));
        return isKnown ? Optional.of(language) : Optional.empty();
    }

    /** Chooses what is said in a language, or else in that language anywhere, or else something. */
    static String choose(Map<Locale, String> said, Locale language, String otherwise) {
        var exact = said.get(language);
        return exact == null ? said.getOrDefault(Locale.of(language.getLanguage()), otherwise) : exact;
    }
}
