package io.bellhop.core.command.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.command.CommandDescription;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * What holds where settings can't be changed: what the configuration says.
 *
 * @param options what it says
 */
public record NothingSet(CommandOptions options) implements CommandSettings {
    @Inject
    public NothingSet {}

    @Override
    public String prefix(Channel channel) {
        return options.prefix();
    }

    @Override
    public Locale language(Channel channel) {
        return Locale.ENGLISH;
    }

    @Override
    public boolean answersIn(Channel channel) {
        return true;
    }

    @Override
    public Optional<String> disabled(CommandDescription command, Channel channel) {
        return Optional.empty();
    }
}
