package io.bellhop.plugins.help;

import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All that a command's declaration says, and what it needs here.
 *
 * @param command the command
 * @param prefix what stands in front of it
 * @param language what it is explained in
 */
record Manual(CommandDescription command, String prefix, Locale language) {
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    Card card(int rank, Need approvals) {
        var flags = command.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.FLAG)
                .toList();
        var arguments = command.parameters().stream()
                .filter(parameter -> parameter.kind() != Kind.FLAG)
                .toList();
        var text = Text.of(command.help(language));
        text = approvals.count() == 0 ? text : text.line().add("Needs " + approvals.words() + ".");
        text = section(text, "Arguments", arguments);
        text = section(text, "Flags", flags);
        if (!command.examples().isEmpty()) {
            var examples = command.examples().stream().map(prefix::concat).collect(Collectors.joining("\n"));
            text = text.line().bold("Examples").fence("", examples);
        }
        return Card.of(prefix + command.usage()).text(text).footer(footer(rank));
    }

    private Text section(Text before, String title, List<ParameterDescription> parameters) {
        var text = parameters.isEmpty() ? before : before.line().bold(title);
        var width =
                parameters.stream().mapToInt(one -> written(one).length()).max().orElse(0);
        for (var parameter : parameters) {
            var padded = String.format("%-" + (width + 1) + "s", written(parameter));
            text = text.line().add("  ").code(padded).add(" " + meaning(parameter));
        }
        return text;
    }

    private static String written(ParameterDescription parameter) {
        return parameter.kind() == Kind.FLAG
                ? "-" + parameter.name()
                : parameter.name().toUpperCase(Locale.ROOT);
    }

    private String meaning(ParameterDescription parameter) {
        var parts = new ArrayList<String>();
        parts.add(isSwitch(parameter) ? "on if given" : parameter.type());
        if (parameter.repeated()) {
            parts.add("any number of them");
        } else if (parameter.orElse().isPresent()) {
            parts.add(parameter.orElse().get() + " if left out");
        } else if (!isSwitch(parameter) && !parameter.required()) {
            parts.add("may be left out");
        }
        var kind = String.join(", ", parts);
        var help = parameter.help(language);
        return help.isEmpty() ? kind : help + " (" + kind + ")";
    }

    /** A switch is written without a value. */
    private boolean isSwitch(ParameterDescription parameter) {
        return command.usage().contains("[-" + parameter.name() + "]");
    }

    private String footer(int rank) {
        var parts = new ArrayList<String>();
        parts.add("plugin " + command.plugin().id());
        parts.add(rank <= Rank.EVERYONE ? "for everyone" : "needs rank " + rank);
        if (!command.aliases().isEmpty()) {
            parts.add("also " + prefix + String.join(", " + prefix, command.aliases()));
        }
        if (command.visibility() == Visibility.WHISPER) {
            parts.add("answers you alone");
        }
        if (!command.cooldown().isZero()) {
            parts.add("once in " + shown(command.cooldown()));
        }
        if (!command.deadline().equals(USUAL_DEADLINE)) {
            parts.add("ends after " + shown(command.deadline()));
        }
        return String.join(" · ", parts);
    }

    private static String shown(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
