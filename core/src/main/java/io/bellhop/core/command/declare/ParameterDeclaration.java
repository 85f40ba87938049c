package io.bellhop.core.command.declare;

import io.bellhop.api.command.ParameterDescription;
import io.bellhop.core.command.declare.CommandDeclaration.DeclaredMethod;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter as its class file declares it.
 *
 * @param name the name in kebab case
 * @param kind how it is given
 * @param valueType what one value may be
 * @param multiplicity how many values it takes
 * @param help what to write
 * @param fallback the default as written, empty if there is none
 * @param aliases other names of a flag
 * @param most the most values of a flag's list, 0 for no bound
 * @param suggester the method that completes it, or empty
 * @param translations the help in other languages
 */
public record ParameterDeclaration(
        String name,
        Kind kind,
        ValueType valueType,
        Multiplicity multiplicity,
        String help,
        List<String> fallback,
        List<String> aliases,
        int most,
        Optional<DeclaredMethod> suggester,
        Map<Locale, String> translations)
        implements ParameterDescription, Slot {
    /** How many values a parameter takes. */
    public enum Multiplicity {
        ONE,
        OPTIONAL,
        LIST
    }

    @Override
    public String type() {
        return valueType.words();
    }

    @Override
    public boolean required() {
        return multiplicity == Multiplicity.ONE && fallback.isEmpty() && !isSwitch() && kind != Kind.REST;
    }

    @Override
    public Optional<String> orElse() {
        return fallback.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", fallback));
    }

    @Override
    public List<String> values() {
        return valueType instanceof ValueType.Enumerated enumerated ? enumerated.values() : List.of();
    }

    @Override
    public boolean suggests() {
        return suggester.isPresent();
    }

    /** Returns the same with something that completes it. */
    ParameterDeclaration suggestedBy(DeclaredMethod method) {
        return new ParameterDeclaration(
                name, kind, valueType, multiplicity, help, fallback, aliases, most, Optional.of(method), translations);
    }

    /** Returns the same with its help in other languages. */
    ParameterDeclaration translated(Map<Locale, String> others) {
        return new ParameterDeclaration(
                name, kind, valueType, multiplicity, help, fallback, aliases, most, suggester, others);
    }

    @Override
    public String help(Locale language) {
        return Languages.choose(translations, language, help);
    }

    @Override
    public boolean repeated() {
        return multiplicity == Multiplicity.LIST;
    }

    /** Tells whether it is a flag without a value. */
    public boolean isSwitch() {
        return kind == Kind.FLAG
                && valueType == ValueType.Plain.BOOLEAN
                && multiplicity == Multiplicity.ONE
                && fallback.isEmpty();
    }

    /** Returns how it is written in a usage line. */
    String usage() {
        var placeholder = name.toUpperCase(Locale.ROOT);
        return switch (kind) {
            case FLAG -> optional("-" + name + (isSwitch() ? "" : " " + placeholder + (repeated() ? "..." : "")));
            case ARGUMENT -> optional(placeholder + (repeated() ? "..." : ""));
            case REST -> "[" + placeholder + "...]";
            case CODE_BLOCK -> optional("```" + placeholder + "```");
            case ATTACHMENT -> optional("(file " + placeholder + ")");
        };
    }

    private String optional(String written) {
        return required() ? written : "[" + written + "]";
    }
}
