package io.bellhop.core.discord.call;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.core.chat.Visible;
import io.bellhop.core.discord.content.Cut;
import java.util.List;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.SelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** Forms as Discord shows them, within its limits. */
final class Modals {
    private Modals() {}

    /** Makes a form of a command's parameters; those beyond the fifth are asked for later. */
    static Modal of(String name, CommandDescription command, List<ParameterDescription> fields) {
        var shown =
                fields.stream().limit(Modal.MAX_COMPONENTS).map(Modals::field).toList();
        return Modal.create(name, shortened(command.name(), Modal.MAX_TITLE_LENGTH))
                .addComponents(shown)
                .build();
    }

    private static Label field(ParameterDescription parameter) {
        var name = shortened(parameter.name(), Label.LABEL_MAX_LENGTH);
        var help = shortened(parameter.help(), Label.DESCRIPTION_MAX_LENGTH);
        return help.isBlank() ? Label.of(name, input(parameter)) : Label.of(name, help, input(parameter));
    }

    private static LabelChildComponent input(ParameterDescription parameter) {
        var values = parameter.values();
        boolean canBeListed = !values.isEmpty()
                && values.size() <= SelectMenu.OPTIONS_MAX_AMOUNT
                && values.stream().allMatch(value -> value.length() <= SelectOption.LABEL_MAX_LENGTH);
        return canBeListed && !parameter.repeated() ? menu(parameter) : text(parameter);
    }

    private static LabelChildComponent menu(ParameterDescription parameter) {
        var menu = StringSelectMenu.create(parameter.name()).setRequired(parameter.required());
        parameter.values().forEach(value -> menu.addOption(value, value));
        return menu.build();
    }

    private static LabelChildComponent text(ParameterDescription parameter) {
        return TextInput.create(parameter.name(), style(parameter.kind()))
                .setRequired(parameter.required())
                .setMaxLength(TextInput.MAX_VALUE_LENGTH)
                .build();
    }

    private static TextInputStyle style(Kind kind) {
        return kind == Kind.CODE_BLOCK || kind == Kind.REST ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
    }

    private static String shortened(String text, int most) {
        var seen = Visible.of(text).strip();
        return seen.length() <= most ? seen : seen.substring(0, Cut.hard(seen, most - 1)) + "…";
    }
}
