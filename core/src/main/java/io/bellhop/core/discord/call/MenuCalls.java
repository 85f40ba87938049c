package io.bellhop.core.discord.call;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.discord.call.Reception.Caller;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.slash.SlashTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;

/** Turns entries of context menus into calls, as whoever picks them. */
final class MenuCalls {
    private static final String NO_BLOCK =
            "There is no code block in this message. Programs stand between lines of three backticks.";
    private static final String NO_CODE =
            "The code plugin is not loaded, so nothing can be run. The bot's owner can load it.";
    private static final String NO_ACCESS =
            "The access plugin is not loaded, so nobody has a rank. The bot's owner can load it.";

    private final Reception reception;
    private final CallableCommands commands;

    MenuCalls(Reception reception, CallableCommands commands) {
        this.reception = reception;
        this.commands = commands;
    }

    /** Runs the first code block of a message. */
    void hear(MessageContextInteractionEvent event, Caller caller) {
        var run = found(event, SlashTree.RUN_CODE);
        if (run.isEmpty()) {
            reception.refuse(event, NO_CODE);
            return;
        }
        commands.running(run.get(), event.getTarget().getContentRaw())
                .ifPresentOrElse(line -> call(event, caller, run.get(), line), () -> reception.refuse(event, NO_BLOCK));
    }

    /** Shows someone's rank. */
    void hear(UserContextInteractionEvent event, Caller caller) {
        var show = found(event, SlashTree.RANK);
        show.flatMap(command -> first(command)
                        .flatMap(user -> commands.filled(
                                command.name(),
                                Map.of(user.name(), event.getTarget().getId()))))
                .ifPresentOrElse(
                        line -> call(event, caller, show.orElseThrow(), line),
                        () -> reception.refuse(event, NO_ACCESS));
    }

    private Optional<CommandDescription> found(GenericCommandInteractionEvent event, String entry) {
        return event.getName().equals(entry) ? commands.find(entry) : Optional.empty();
    }

    private static Optional<ParameterDescription> first(CommandDescription command) {
        return command.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.ARGUMENT)
                .findFirst();
    }

    private void call(GenericCommandInteractionEvent event, Caller caller, CommandDescription command, String line) {
        reception
                .take(event, caller, command.visibility() == Visibility.WHISPER)
                .thenAccept(taken -> reception.publish(taken, line, List.of()));
    }
}
