package io.bellhop.core.discord.call;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.discord.call.Reception.Caller;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.entity.DiscordAttachment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;

/** Turns slash commands into calls. What they lack is asked for by a form, from their declaration alone. */
final class SlashCalls {
    static final String GONE = "There is no such command now: its plugin is not running. Try again when it is back.";

    private final Reception reception;
    private final CallableCommands commands;
    private final FormCalls forms;

    SlashCalls(Reception reception, CallableCommands commands, FormCalls forms) {
        this.reception = reception;
        this.commands = commands;
        this.forms = forms;
    }

    void hear(SlashCommandInteractionEvent event, Caller caller) {
        commands.find(event.getFullCommandName())
                .ifPresentOrElse(command -> called(event, caller, command), () -> reception.refuse(event, GONE));
    }

    private void called(SlashCommandInteractionEvent event, Caller caller, CommandDescription command) {
        var line = commands.filled(command.name(), values(event, command));
        var files = files(event, command);
        if (line.isEmpty()) {
            reception.refuse(event, GONE);
        } else if (!opensForm(event, caller, command, line.get(), files)) {
            reception
                    .take(event, caller, command.visibility() == Visibility.WHISPER)
                    .thenAccept(taken -> reception.publish(taken, line.get(), files));
        }
    }

    /** Code that a command can do without is asked for where the caller wants that. */
    private boolean opensForm(
            SlashCommandInteractionEvent event,
            Caller caller,
            CommandDescription command,
            String line,
            List<Attachment> files) {
        var wanted = event.getOptionsByType(OptionType.BOOLEAN).stream()
                .filter(OptionMapping::getAsBoolean)
                .anyMatch(option -> commands.option(command, option.getName())
                        .filter(SlashCalls::isCode)
                        .isPresent());
        return wanted ? forms.asked(event, caller, line, files) : forms.opened(event, caller, line, files);
    }

    private static boolean isCode(ParameterDescription parameter) {
        return parameter.kind() == Kind.CODE_BLOCK;
    }

    private Map<String, String> values(SlashCommandInteractionEvent event, CommandDescription command) {
        var values = new HashMap<String, String>();
        for (var option : event.getOptions()) {
            if (option.getType() != OptionType.ATTACHMENT) {
                commands.option(command, option.getName())
                        .filter(parameter -> !isCode(parameter))
                        .ifPresent(parameter -> values.put(parameter.name(), option.getAsString()));
            }
        }
        return values;
    }

    /** Parameters take files in the order in which they are declared, whatever was chosen first. */
    private List<Attachment> files(SlashCommandInteractionEvent event, CommandDescription command) {
        return event.getOptionsByType(OptionType.ATTACHMENT).stream()
                .sorted(Comparator.<OptionMapping>comparingInt(option -> commands.option(command, option.getName())
                                .map(command.parameters()::indexOf)
                                .orElse(-1))
                        .thenComparing(OptionMapping::getName))
                .map(OptionMapping::getAsAttachment)
                .<Attachment>map(DiscordAttachment::new)
                .toList();
    }
}
