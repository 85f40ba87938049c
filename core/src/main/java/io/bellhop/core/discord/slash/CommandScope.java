package io.bellhop.core.discord.slash;

import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.LoggerFactory;

/** Where commands are registered. */
sealed interface CommandScope {
    /**
     * Finds where to register: in the named servers, or everywhere if none is named. Of several processes that share
     * the shards, everywhere is the matter of the one that runs the first, and each server of the one that sees it.
     */
    static List<CommandScope> of(List<String> guilds, JDA jda) {
        var shards = jda.getShardManager();
        boolean isFirst = shards == null || shards.getShardById(0) != null;
        if (guilds.isEmpty()) {
            return isFirst ? List.of(new Everywhere(jda)) : List.of();
        }
        return guilds.stream()
                .<CommandScope>mapMulti((id, next) -> {
                    var guild = shards == null ? jda.getGuildById(id) : shards.getGuildById(id);
                    if (guild != null) {
                        next.accept(new InGuild(guild));
                    } else if (isFirst) {
                        LoggerFactory.getLogger(CommandScope.class)
                                .warn(
                                        "discord.guilds names {}, a server that the bot is not in. Invite it, or remove the id.",
                                        id);
                    }
                })
                .toList();
    }

    String words();

    RestAction<List<Command>> retrieve();

    RestAction<?> create(CommandData command);

    RestAction<?> edit(Command command, CommandData changed);

    RestAction<?> delete(Command command);

    /** All servers, and with the bot alone. */
    record Everywhere(JDA jda) implements CommandScope {
        @Override
        public String words() {
            return "everywhere";
        }

        @Override
        public RestAction<List<Command>> retrieve() {
            return jda.retrieveCommands(true);
        }

        @Override
        public RestAction<?> create(CommandData command) {
            return jda.upsertCommand(command);
        }

        @Override
        public RestAction<?> edit(Command command, CommandData changed) {
            return jda.editCommandById(command.getType(), command.getIdLong()).apply(changed);
        }

        @Override
        public RestAction<?> delete(Command command) {
            return jda.deleteCommandById(command.getIdLong());
        }
    }

    /** One server. */
    record InGuild(Guild guild) implements CommandScope {
        @Override
        public String words() {
            return "in the server " + guild.getId();
        }

        @Override
        public RestAction<List<Command>> retrieve() {
            return guild.retrieveCommands(true);
        }

        @Override
        public RestAction<?> create(CommandData command) {
            return guild.upsertCommand(command);
        }

        @Override
        public RestAction<?> edit(Command command, CommandData changed) {
            return guild.editCommandById(command.getType(), command.getIdLong()).apply(changed);
        }

        @Override
        public RestAction<?> delete(Command command) {
            return guild.deleteCommandById(command.getIdLong());
        }
    }
}
