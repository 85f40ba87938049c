package io.bellhop.core.discord.slash;

import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;

/** Where commands are registered. */
sealed interface CommandScope {
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
