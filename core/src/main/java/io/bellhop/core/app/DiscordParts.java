package io.bellhop.core.app;

import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.DiscordConnector;
import io.bellhop.core.discord.DiscordOptions;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.slash.CommandSource;
import io.bellhop.core.discord.slash.SlashCommands;
import io.bellhop.core.event.Time;
import java.time.Clock;
import java.util.List;

/** Puts a bot's connector to Discord together. */
public final class DiscordParts {
    private DiscordParts() {}

    /**
     * Makes the connector, without starting it.
     *
     * @param bot whose commands and choices it offers
     * @param options where Discord is, and how to get in
     * @param guilds the guilds that the commands are registered in; if empty, they are registered globally
     * @return the connector
     */
    public static DiscordConnector connector(Bot bot, DiscordOptions options, List<String> guilds) {
        var calls = CallOptions.of(bot.part(CallableCommands.class), bot.part(Clock.class));
        var slash = new SlashCommands(bot.part(CommandSource.class), bot.part(Time.class), guilds);
        return new DiscordConnector(options, bot.part(Offers.class), calls, slash);
    }
}
