package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The channels of a space in which commands are answered. */
record ChannelsSetting(Connectors connectors) implements KnownSetting {
    static final String KEY = "channels";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    ChannelsSetting {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String help() {
        return "The only channels in which commands are answered; those of admins are answered in all.";
    }

    @Override
    public List<Level> levels() {
        return List.of(Level.SPACE);
    }

    @Override
    public String base() {
        return "";
    }

    @Override
    public String check(String value, Scope scope, Channel here) {
        var ids = Listed.split(value).stream()
                .map(reference -> require(reference, here))
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw KnownSetting.wrong("Name at least one channel; a reset allows all again.");
        }
        return Listed.join(ids);
    }

    @Override
    public Optional<String> takes(String before, String value, Channel here) {
        var kept = Listed.split(value);
        boolean widens = !before.isEmpty() && kept.containsAll(Listed.split(before));
        return widens
                ? Optional.empty()
                : Optional.of("Only admins would be answered outside of " + shown(value, here));
    }

    @Override
    public String shown(String value, Channel here) {
        return Listed.join(Listed.split(value).stream()
                .map(id -> find(id, here).map(found -> "#" + found.name()).orElse(id))
                .toList());
    }

    private String require(String reference, Channel here) {
        return find(reference, here)
                .map(Channel::id)
                .map(ChannelId::id)
                .filter(id -> !id.contains(","))
                .orElseThrow(() -> KnownSetting.wrong("There is no channel " + reference + " in this space."));
    }

    private Optional<Channel> find(String reference, Channel here) {
        return connectors.find(here.id().connector()).flatMap(connector -> find(reference, here, connector));
    }

    private static Optional<Channel> find(String reference, Channel here, Connector connector) {
        try {
            return connector
                    .channel(reference, here)
                    .toCompletableFuture()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }
}
