package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * A command with its options, wherever it will hang.
 *
 * @param name the last word of its path
 * @param command what it calls
 * @param options its options, required ones first and flags last, as people are shown them in this order
 */
record Leaf(String name, CommandDescription command, List<OptionData> options) {
    private static final Comparator<ParameterDescription> SHOWN = Comparator.comparing(ParameterDescription::required)
            .reversed()
            .thenComparing(parameter -> parameter.kind() == Kind.FLAG);

    static Leaf of(String name, CommandDescription command, LeftOut leftOut) {
        var taken = new HashSet<String>();
        var parameters = SlashOption.parameters(command)
                .sorted(SHOWN)
                .filter(parameter -> fits(parameter, command, taken, leftOut))
                .toList();
        var first = parameters.stream()
                .map(parameter ->
                        SlashOption.of(parameter, SlashOption.names(parameter).getFirst()));
        return new Leaf(
                name, command, Stream.concat(first, more(parameters, taken)).toList());
    }

    /** What only repeats an option stands last, and takes no other's place. */
    private static Stream<OptionData> more(List<ParameterDescription> parameters, Set<String> taken) {
        return parameters.stream()
                .flatMap(parameter -> SlashOption.names(parameter).stream()
                        .skip(1)
                        .filter(name -> taken.size() < CommandData.MAX_OPTIONS && taken.add(name))
                        .map(name -> SlashOption.of(parameter, name)));
    }

    /** Tells whether all is there without which the command can't run. */
    boolean isWhole() {
        long required = SlashOption.parameters(command)
                .filter(ParameterDescription::required)
                .count();
        return options.stream().filter(OptionData::isRequired).count() == required;
    }

    Localised description() {
        return Localised.of(command::help, command.help(), command.name());
    }

    int length() {
        return name.length()
                + description().length()
                + options.stream().mapToInt(SlashOption::length).sum();
    }

    private static boolean fits(
            ParameterDescription parameter, CommandDescription command, Set<String> taken, LeftOut leftOut) {
        var name = SlashOption.names(parameter).getFirst();
        if (!Limits.isName(name)) {
            leftOut.parameter(command.name(), parameter.name(), "a name there has letters, digits, - and _ only");
        } else if (taken.size() == CommandData.MAX_OPTIONS) {
            leftOut.parameter(command.name(), parameter.name(), "there are 25 others");
        } else if (taken.add(name)) {
            return true;
        } else {
            leftOut.parameter(command.name(), parameter.name(), "another has the same name of 32 letters");
        }
        return false;
    }
}
