package io.bellhop.plugins.help;

import io.bellhop.api.access.Access;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Suggests;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.Suggestion;
import io.bellhop.api.plugin.ChatPlugin;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shows what the asker may run, from the commands' declarations alone. */
@ChatPlugin
public final class Help {
    private static final int LONGEST_SHOWN = 40;
    private final Commands commands;
    private final Access access;

    @Inject
    Help(Commands commands, Access access) {
        this.commands = commands;
        this.access = access;
    }

    @Command(name = "help", help = "Shows what you can ask for, and how.", repeatable = true)
    @Example("help")
    @Example("help help")
    @Example("help -page 1 core")
    Content help(
            Invocation asked,
            @Flag(help = "which page of a long list", orElse = "1") int page,
            @Arg(help = "the words of a command, or a plugin") List<String> topic) {
        var prefix = commands.prefix(asked.channel());
        var language = commands.language(asked.channel());
        var allowed = commands.allowed(asked.user(), asked.channel());
        var name = name(String.join(" ", topic), prefix);
        var shown = shown(allowed);
        if (name.isEmpty()) {
            return new Overview(prefix, language, shown).page(page, "", asked.channel());
        }
        var command = commands.find(name);
        if (command.isPresent()) {
            return Content.of(manual(command.get(), allowed, asked, prefix));
        }
        return new Overview(prefix, language, about(name, shown)).page(page, name, asked.channel());
    }

    /** A topic is completed word by word, so of a command's name the first is suggested, which tells of the others. */
    @Suggests(command = "help", parameter = "topic")
    List<String> topics(User user, Channel channel) {
        return known(shown(commands.allowed(user, channel)))
                .map(name -> name.split(" ", 2)[0])
                .distinct()
                .toList();
    }

    static List<CommandDescription> shown(List<CommandDescription> allowed) {
        return those(allowed, command -> !command.hidden());
    }

    private static String name(String topic, String prefix) {
        return topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
    }

    private Card manual(CommandDescription command, List<CommandDescription> allowed, Invocation asked, String prefix) {
        var needs = access.requirement(command, asked.channel());
        if (allowed.stream().noneMatch(one -> one.name().equals(command.name()))) {
            throw BellhopException.user(
                    "access.rank",
                    prefix + command.name() + " needs rank " + needs.rank() + "; yours is " + asked.rank() + ".");
        }
        return new Manual(command, prefix, commands.language(asked.channel()))
                .card(needs.rank(), access.approvals(command, asked.channel()));
    }

    /** Returns the sub-commands of a name, or else the commands of the plugin that bears it. */
    private static List<CommandDescription> about(String name, List<CommandDescription> shown) {
        var group = those(shown, command -> command.name().startsWith(name + " "));
        var found =
                group.isEmpty() ? those(shown, command -> command.plugin().id().equals(name)) : group;
        if (found.isEmpty()) {
            throw unknown(name, shown);
        }
        return found;
    }

    private static List<CommandDescription> those(
            List<CommandDescription> allowed, Predicate<CommandDescription> wanted) {
        return allowed.stream().filter(wanted).toList();
    }

    private static BellhopException unknown(String name, List<CommandDescription> shown) {
        var hint = Suggestion.nearest(name, known(shown).toList())
                .map(near -> "Did you mean " + near + "?")
                .orElse("Without a name, help lists what there is.");
        return BellhopException.user(
                "help.unknown", "There is no command or plugin " + shortened(name) + " that you may use. " + hint);
    }

    /** Names commands and their plugins. */
    private static Stream<String> known(List<CommandDescription> shown) {
        return shown.stream()
                .flatMap(command ->
                        Stream.concat(Stream.of(command.name(), command.plugin().id()), command.aliases().stream()))
                .distinct()
                .sorted();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
    }
}
