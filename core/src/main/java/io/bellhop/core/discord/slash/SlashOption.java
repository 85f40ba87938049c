package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.core.command.declare.ParameterDeclaration;
import io.bellhop.core.command.declare.ValueType.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** A parameter as an option of a slash command. */
final class SlashOption {
    private static final List<ChannelType> CHANNELS = Arrays.stream(ChannelType.values())
            .filter(type -> type.isGuild() && type.isMessage())
            .toList();

    private static final int MOST_FILES = 5;
    private static final String IN_A_FORM = "True opens a form for it: ";

    private SlashOption() {}

    /**
     * Returns the parameters that are options. Code is asked for by a form, which an option opens where nothing else
     * would.
     */
    static Stream<ParameterDescription> parameters(CommandDescription command) {
        boolean opensForm = command.parameters().stream().anyMatch(one -> isCode(one) && one.required());
        return command.parameters().stream().filter(one -> !isCode(one) || !opensForm);
    }

    private static boolean isCode(ParameterDescription parameter) {
        return parameter.kind() == Kind.CODE_BLOCK;
    }

    /** Returns the names of the options that give a parameter: an option holds but one file. */
    static List<String> names(ParameterDescription parameter) {
        boolean areFiles = parameter.kind() == Kind.ATTACHMENT && parameter.repeated();
        return IntStream.range(0, areFiles ? MOST_FILES : 1)
                .mapToObj(number -> name(parameter, number))
                .toList();
    }

    private static String name(ParameterDescription parameter, int number) {
        var name = parameter.name().toLowerCase(Locale.ROOT);
        int room = OptionData.MAX_NAME_LENGTH - Limits.name("", number).length();
        return Limits.name(name.length() <= room ? name : name.substring(0, room), number);
    }

    static OptionData of(ParameterDescription parameter, String name) {
        var type = type(parameter);
        var description = Localised.of(parameter::help, parameter.help(), parameter.type(), parameter.name());
        var usual = isCode(parameter) ? Limits.description(IN_A_FORM + description.usual()) : description.usual();
        var option = new OptionData(type, name, usual, parameter.required())
                .setDescriptionLocalizations(description.others());
        if (type == OptionType.CHANNEL) {
            option.setChannelTypes(CHANNELS);
        }
        if (hasChoices(parameter)) {
            option.addChoices(parameter.values().stream()
                    .map(value -> new Choice(value, value))
                    .toList());
        } else if (type.canSupportChoices()) {
            option.setAutoComplete(parameter.suggests() || !parameter.values().isEmpty());
        }
        return option;
    }

    static int length(OptionData option) {
        int choices = option.getChoices().stream()
                .mapToInt(choice ->
                        choice.getName().length() + choice.getAsString().length())
                .sum();
        var description = new Localised(
                option.getDescription(), option.getDescriptionLocalizations().toMap());
        return option.getName().length() + description.length() + choices;
    }

    private static boolean hasChoices(ParameterDescription parameter) {
        var values = parameter.values();
        return !values.isEmpty()
                && !parameter.repeated()
                && values.size() <= OptionData.MAX_CHOICES
                && values.stream().allMatch(value -> value.length() <= OptionData.MAX_CHOICE_VALUE_LENGTH);
    }

    private static OptionType type(ParameterDescription parameter) {
        if (isCode(parameter)) {
            return OptionType.BOOLEAN;
        }
        if (parameter.kind() == Kind.ATTACHMENT) {
            return OptionType.ATTACHMENT;
        }
        if (parameter.repeated() || !(parameter instanceof ParameterDeclaration declared)) {
            return OptionType.STRING;
        }
        return declared.valueType() instanceof Plain plain ? type(plain) : OptionType.STRING;
    }

    private static OptionType type(Plain type) {
        return switch (type) {
            case INT, LONG -> OptionType.INTEGER;
            case DOUBLE -> OptionType.NUMBER;
            case BOOLEAN -> OptionType.BOOLEAN;
            case USER -> OptionType.USER;
            case CHANNEL -> OptionType.CHANNEL;
            case ATTACHMENT -> OptionType.ATTACHMENT;
            case TEXT, DURATION, SECRET, CODE_BLOCK -> OptionType.STRING;
        };
    }
}
