package io.bellhop.plugins.code.turn;

import io.bellhop.api.chat.Connectors;
import io.bellhop.api.command.Commands;
import io.bellhop.api.event.Broker;
import jakarta.inject.Inject;

/**
 * Where users are heard and answered.
 *
 * @param connectors carry what is said to them
 * @param broker tells of what they say
 * @param commands tells what of that is a command
 */
public record Chat(Connectors connectors, Broker broker, Commands commands) {
    /** Takes the bot's own. */
    @Inject
    public Chat {}
}
