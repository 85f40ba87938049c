package io.bellhop.core.command.parse;

import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Quoted;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration.Multiplicity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All that a command line leaves open, for those who are given values by name: slash commands and forms. What they
 * write parses back to exactly these values, but for the space around them.
 */
public final class Blanks {
    private final CommandDeclaration command;
    private final MessageParts given;
    private final String arguments;
    private final FlagParser.Parsed parsed;
    private final List<Token> words;

    private Blanks(CommandDeclaration command, MessageParts given, String arguments) {
        this.command = command;
        this.given = given;
        this.arguments = arguments;
        this.words = Tokenizer.split(arguments, command.takesRest());
        this.parsed = new FlagParser(command).parse(words);
    }

    /**
     * Finds the blanks of a line.
     *
     * @param command what the line calls
     * @param given the line and its blocks
     * @param arguments what follows the command's name in the line
     * @return the blanks, perhaps none
     * @throws WrongInput if the line can't be read
     */
    public static Blanks of(CommandDeclaration command, MessageParts given, String arguments) {
        return new Blanks(command, given, arguments);
    }

    /**
     * Returns what can still be written, but for files, which no line holds.
     *
     * @return the parameters in order of declaration
     */
    public List<ParameterDeclaration> open() {
        return open(0);
    }

    /**
     * Returns what can still be written if files come along: one stands for a block that must be given.
     *
     * @param files how many come
     * @return the parameters in order of declaration
     */
    public List<ParameterDeclaration> open(int files) {
        int left = files;
        var open = new ArrayList<ParameterDeclaration>();
        for (var parameter : Gap.open(command, parsed, given)) {
            boolean isFile = parameter.kind() == Kind.ATTACHMENT;
            if (isFile || (left > 0 && parameter.kind() == Kind.CODE_BLOCK && parameter.required())) {
                left = parameter.repeated() ? 0 : left - 1;
            } else {
                open.add(parameter);
            }
        }
        return open;
    }

    /**
     * Fills blanks.
     *
     * @param values what to write by the names of parameters; what is empty, or no blank, is left out
     * @return the fuller line
     */
    public MessageParts filled(Map<String, String> values) {
        var blanks = open().stream()
                .filter(blank -> !values.getOrDefault(blank.name(), "").isBlank())
                .toList();
        var name = given.line().substring(0, given.line().length() - arguments.length());
        var flags = blanks.stream()
                .filter(blank -> blank.kind() == Kind.FLAG)
                .map(flag -> flag(flag, value(flag, values)))
                .collect(Collectors.joining());
        var places = places(blanks, values);
        var end = endOfFlags(blanks, places);
        var blocks = new ArrayList<>(given.blocks());
        blanks.stream()
                .filter(blank -> blank.kind() == Kind.CODE_BLOCK)
                .forEach(blank -> blocks.add(block(value(blank, values))));
        return new MessageParts(name + flags + arguments + end + String.join("", places), blocks);
    }

    private static String value(ParameterDeclaration blank, Map<String, String> values) {
        return Objects.requireNonNull(values.get(blank.name()));
    }

    private static String flag(ParameterDeclaration flag, String value) {
        if (flag.isSwitch()) {
            return Boolean.parseBoolean(value) ? " -" + flag.name() : "";
        }
        return " -" + flag.name() + words(flag, value);
    }

    /** What is written by its place, up to the last that has a value; one before it that has none is skipped. */
    private List<String> places(List<ParameterDeclaration> blanks, Map<String, String> values) {
        var open = open().stream()
                .filter(blank -> blank.kind() == Kind.ARGUMENT || blank.kind() == Kind.REST)
                .toList();
        var written = new ArrayList<String>();
        int end = 0;
        for (var place : open) {
            if (blanks.contains(place)) {
                written.add(words(place, value(place, values)));
                end = written.size();
            } else if (place.required()) {
                break; // nothing can stand in its place
            } else {
                written.add(skipped(place));
            }
        }
        return written.subList(0, end);
    }

    private static String skipped(ParameterDeclaration place) {
        return place.multiplicity() == Multiplicity.OPTIONAL
                ? " \"\""
                : place.fallback().stream().map(word -> ' ' + Quoted.of(word)).collect(Collectors.joining());
    }

    private static String words(ParameterDeclaration parameter, String value) {
        if (parameter.kind() == Kind.REST && !parameter.repeated()) {
            return ' ' + value.strip();
        }
        return parameter.repeated()
                ? Tokenizer.split(value, true).stream()
                        .map(word -> ' ' + Quoted.of(word.value()))
                        .collect(Collectors.joining())
                : ' ' + Quoted.of(value);
    }

    /** Marks where the flags end, if what follows could be taken for one, or for the value of one. */
    private String endOfFlags(List<ParameterDeclaration> blanks, List<String> places) {
        var hasFlags = !command.parameters(Kind.FLAG).isEmpty();
        var isEnded =
                words.stream().anyMatch(word -> !word.quoted() && word.value().equals("--"))
                        || (command.takesRest() && !parsed.others().isEmpty());
        var swallows = blanks.stream().anyMatch(blank -> blank.kind() == Kind.FLAG && blank.repeated())
                || command.parameters(Kind.FLAG).stream()
                        .anyMatch(flag -> flag.repeated() && parsed.flags().containsKey(flag.name()));
        var begins = !places.isEmpty() && places.getFirst().startsWith(" -");
        return hasFlags && !isEnded && !places.isEmpty() && (swallows || begins) ? " --" : "";
    }

    /** A value that is one fenced block already is that block, with its language. */
    private static CodeBlock block(String value) {
        var code = value.replace("\r\n", "\n").replace('\r', '\n');
        var fenced = MessageParts.of(code);
        boolean isFenced = code.strip().startsWith("```")
                && code.stripTrailing().endsWith("\n```")
                && fenced.line().isEmpty()
                && fenced.blocks().size() == 1;
        return isFenced ? fenced.blocks().getFirst() : new CodeBlock("", code);
    }
}
