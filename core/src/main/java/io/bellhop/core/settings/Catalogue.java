package io.bellhop.core.settings;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.Suggestion;
import io.bellhop.api.plugin.Registration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The settings that are known now. Safe for use from any thread. */
@Singleton
final class Catalogue {
    private static final int MOST_SHOWN = 80;

    private final Map<String, KnownSetting> settings = new ConcurrentSkipListMap<>();

    @Inject
    Catalogue(PrefixSetting prefix, ChannelsSetting channels, DisabledSetting disabled, LanguageSetting language) {
        add(prefix);
        add(channels);
        add(disabled);
        add(language);
    }

    /** Adds a setting, until the registration is cancelled. */
    Registration add(KnownSetting setting) {
        if (settings.putIfAbsent(setting.key(), setting) != null) {
            throw BellhopException.user("settings.twice", "The setting " + setting.key() + " is declared twice.");
        }
        return () -> settings.remove(setting.key(), setting);
    }

    List<KnownSetting> all() {
        return List.copyOf(settings.values());
    }

    Optional<KnownSetting> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** Finds a setting, or says which one may have been meant. */
    KnownSetting require(String key) {
        return find(key).orElseThrow(() -> unknown(key));
    }

    /** Makes the refusal of a name that is none. */
    BellhopException unknown(String key) {
        var shortened = key.length() <= MOST_SHOWN ? key : key.substring(0, MOST_SHOWN) + "…";
        var hint = Suggestion.nearest(key, settings.keySet())
                .map(meant -> " Did you mean " + meant + "?")
                .orElse(" The command settings list shows what there is.");
        return BellhopException.user("settings.unknown", "There is no setting " + shortened + " now." + hint);
    }
}
