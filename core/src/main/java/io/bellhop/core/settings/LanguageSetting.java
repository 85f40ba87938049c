package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.core.command.declare.Languages;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The language that commands are explained in. */
final class LanguageSetting implements KnownSetting {
    static final String KEY = "language";
    static final Locale USUAL = Locale.ENGLISH;

    @Inject
    LanguageSetting() {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String help() {
        return "The language that help explains commands in, as far as their plugins have it.";
    }

    @Override
    public List<Level> levels() {
        return List.of(Level.SPACE, Level.BOT);
    }

    @Override
    public String base() {
        return USUAL.toLanguageTag();
    }

    @Override
    public String check(String value, Scope scope, Channel here) {
        return Languages.parse(value.strip())
                .map(Locale::toLanguageTag)
                .orElseThrow(
                        () -> KnownSetting.wrong(
                                "That is no language that is known: write two letters, perhaps with a region, such as de or pt-BR."));
    }

    /** Says which language it is, for those who don't know the letters. */
    @Override
    public String shown(String value, Channel here) {
        return value + " (" + Locale.forLanguageTag(value).getDisplayName(Locale.ENGLISH) + ")";
    }
}
