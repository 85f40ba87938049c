package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.core.command.settings.CommandOptions;
import io.bellhop.core.command.settings.CommandSettings;
import io.bellhop.core.settings.SettingsTable.Snapshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is set for commands, drawn up anew after each change so that a message costs a look or two into memory. */
@Singleton
final class PlacedCommandSettings implements CommandSettings {
    private final SettingsTable table;
    private final CommandOptions options;
    private volatile Drawn drawn;

    @Inject
    PlacedCommandSettings(SettingsTable table, CommandOptions options) {
        this.table = table;
        this.options = options;
        this.drawn = Drawn.of(table.snapshot(), options.prefix());
    }

    /** What a snapshot means for commands. */
    private record Drawn(
            Snapshot snapshot,
            String prefix,
            Map<SpaceId, String> prefixes,
            Locale language,
            Map<SpaceId, Locale> languages,
            Map<SpaceId, Set<String>> channels,
            Set<String> disabled,
            Map<SpaceId, Set<String>> disabledInSpaces,
            Map<ChannelId, Set<String>> disabledInChannels) {
        static Drawn of(Snapshot snapshot, String prefix) {
            var prefixes = new HashMap<SpaceId, String>();
            var languages = new HashMap<SpaceId, Locale>();
            var channels = new HashMap<SpaceId, Set<String>>();
            var disabledInSpaces = new HashMap<SpaceId, Set<String>>();
            var disabledInChannels = new HashMap<ChannelId, Set<String>>();
            snapshot.values().forEach((scope, values) -> {
                if (scope.level() == Level.SPACE) {
                    var space = new SpaceId(scope.connector(), scope.id());
                    put(prefixes, space, values.get(PrefixSetting.KEY));
                    put(languages, space, language(values.get(LanguageSetting.KEY)));
                    put(channels, space, items(values.get(ChannelsSetting.KEY)));
                    put(disabledInSpaces, space, items(values.get(DisabledSetting.KEY)));
                } else if (scope.level() == Level.CHANNEL) {
                    var channel = new ChannelId(scope.connector(), scope.id());
                    put(disabledInChannels, channel, items(values.get(DisabledSetting.KEY)));
                }
            });
            var bot = snapshot.of(Scope.BOT);
            var disabled = items(bot.get(DisabledSetting.KEY));
            return new Drawn(
                    snapshot,
                    bot.getOrDefault(PrefixSetting.KEY, prefix),
                    prefixes,
                    Objects.requireNonNullElse(language(bot.get(LanguageSetting.KEY)), LanguageSetting.USUAL),
                    languages,
                    channels,
                    disabled == null ? Set.of() : disabled,
                    disabledInSpaces,
                    disabledInChannels);
        }

        private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
            if (value != null) {
                map.put(key, value);
            }
        }

        private static @Nullable Locale language(@Nullable String value) {
            return value == null ? null : Locale.forLanguageTag(value);
        }

        private static @Nullable Set<String> items(@Nullable String value) {
            return value == null ? null : Set.copyOf(Listed.split(value));
        }

        boolean disablesNothing() {
            return disabled.isEmpty() && disabledInSpaces.isEmpty() && disabledInChannels.isEmpty();
        }
    }

    @Override
    public String prefix(Channel channel) {
        var now = drawn();
        var own = now.prefixes.isEmpty() ? null : inSpace(now.prefixes, channel);
        return own == null ? now.prefix : own;
    }

    @Override
    public Locale language(Channel channel) {
        var now = drawn();
        var own = now.languages.isEmpty() ? null : inSpace(now.languages, channel);
        return own == null ? now.language : own;
    }

    @Override
    public boolean answersIn(Channel channel) {
        var now = drawn();
        var only = now.channels.isEmpty() ? null : inSpace(now.channels, channel);
        return only == null || only.contains(channel.id().id());
    }

    @Override
    public Optional<String> disabled(CommandDescription command, Channel channel) {
        var now = drawn();
        if (now.disablesNothing()) {
            return Optional.empty();
        }
        if (DisabledSetting.covers(now.disabled, command)) {
            return Optional.of(Level.BOT.where());
        }
        var inSpace = inSpace(now.disabledInSpaces, channel);
        if (inSpace != null && DisabledSetting.covers(inSpace, command)) {
            return Optional.of(Level.SPACE.where());
        }
        var inChannel = now.disabledInChannels.get(channel.id());
        return inChannel != null && DisabledSetting.covers(inChannel, command)
                ? Optional.of(Level.CHANNEL.where())
                : Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality") // there is another snapshot after every change
    private Drawn drawn() {
        var now = drawn;
        var snapshot = table.snapshot();
        if (now.snapshot != snapshot) {
            now = Drawn.of(snapshot, options.prefix());
            drawn = now;
        }
        return now;
    }

    private static <V> @Nullable V inSpace(Map<SpaceId, V> map, Channel channel) {
        return channel.space().map(Space::id).map(map::get).orElse(null);
    }
}
