package io.bellhop.core.command.declare;

import io.bellhop.api.access.Need;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.plugin.PluginDescription;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command as its class file declares it. Holds no class of its plugin.
 *
 * @param name the words that call it
 * @param aliases other words that do
 * @param help what it does
 * @param plugin who declares it
 * @param method the method that is the command
 * @param slots that method's parameters
 * @param trials its examples
 * @param rank the least rank
 * @param visibility who sees the reply
 * @param cooldown the least time between two invocations
 * @param deadline the time after which it is interrupted
 * @param repeatable whether running it twice does no harm
 * @param approvals the approvals that it needs
 * @param rerunOnEdit whether it runs again when its message is edited, even if it is not repeatable
 * @param hidden whether no list shows it
 * @param translations the help in other languages
 */
public record CommandDeclaration(
        String name,
        List<String> aliases,
        String help,
        PluginDescription plugin,
        DeclaredMethod method,
        List<Slot> slots,
        List<Trial> trials,
        int rank,
        Visibility visibility,
        Duration cooldown,
        Duration deadline,
        boolean repeatable,
        Need approvals,
        boolean rerunOnEdit,
        boolean hidden,
        Map<Locale, String> translations)
        implements CommandDescription {
    /**
     * Names a method without loading its class.
     *
     * @param className the binary name of its class
     * @param name its name
     * @param descriptor its descriptor
     */
    public record DeclaredMethod(String className, String name, String descriptor) {}

    /**
     * An example.
     *
     * @param line what is written
     * @param reply what is answered, empty if not stated
     */
    public record Trial(String line, String reply) {}

    @Override
    public String help(Locale language) {
        return Languages.choose(translations, language, help);
    }

    @Override
    public List<ParameterDescription> parameters() {
        return List.copyOf(declaredParameters());
    }

    @Override
    public List<String> examples() {
        return trials.stream().map(Trial::line).toList();
    }

    @Override
    public String usage() {
        var flagsFirst = Comparator.comparingInt((ParameterDeclaration p) -> order(p.kind()));
        return Stream.concat(
                        Stream.of(name),
                        declaredParameters().stream().sorted(flagsFirst).map(ParameterDeclaration::usage))
                .collect(Collectors.joining(" "));
    }

    @Override
    public boolean rerunsOnEdit() {
        return repeatable || rerunOnEdit;
    }

    public List<ParameterDeclaration> declaredParameters() {
        return slots.stream()
                .filter(ParameterDeclaration.class::isInstance)
                .map(ParameterDeclaration.class::cast)
                .toList();
    }

    public List<ParameterDeclaration> parameters(Kind kind) {
        return declaredParameters().stream().filter(p -> p.kind() == kind).toList();
    }

    public boolean takesCode() {
        return takes(Kind.CODE_BLOCK);
    }

    public boolean takesRest() {
        return takes(Kind.REST);
    }

    @Override
    public boolean takesSecret() {
        for (var slot : slots) {
            if (slot instanceof ParameterDeclaration parameter && parameter.valueType() == ValueType.Plain.SECRET) {
                return true;
            }
        }
        return false;
    }

    /** Every invocation asks this, so it makes no lists. */
    private boolean takes(Kind kind) {
        for (var slot : slots) {
            if (slot instanceof ParameterDeclaration parameter && parameter.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Returns the same with other parameters. */
    CommandDeclaration with(List<Slot> others) {
        return with(others, translations);
    }

    /** Returns the same with its help in other languages. */
    CommandDeclaration translated(Map<Locale, String> others) {
        return with(slots, others);
    }

    private CommandDeclaration with(List<Slot> otherSlots, Map<Locale, String> otherTranslations) {
        return new CommandDeclaration(
                name,
                aliases,
                help,
                plugin,
                method,
                otherSlots,
                trials,
                rank,
                visibility,
                cooldown,
                deadline,
                repeatable,
                approvals,
                rerunOnEdit,
                hidden,
                otherTranslations);
    }

    private static int order(Kind kind) {
        return switch (kind) {
            case FLAG -> 0;
            case ARGUMENT -> 1;
            case REST -> 2;
            case CODE_BLOCK -> 3;
            case ATTACHMENT -> 4;
        };
    }
}
