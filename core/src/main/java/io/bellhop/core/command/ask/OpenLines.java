package io.bellhop.core.command.ask;

import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration;
import io.bellhop.core.command.parse.Blanks;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.command.parse.WrongInput;
import io.bellhop.core.command.register.CommandRegister;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines of those who give a command's parameters by name: what such a line lacks, and how it is written. Looks into
 * memory only, and runs no plugin code. Safe for use from any thread.
 */
@Singleton
public final class OpenLines {
    private final CommandRegister register;

    @Inject
    OpenLines(CommandRegister register) {
        this.register = register;
    }

    /**
     * What a line lacks.
     *
     * @param command what it calls
     * @param fields what can be asked for: first what must be given, then code, then the rest
     */
    public record Lack(CommandDescription command, List<ParameterDescription> fields) {}

    /**
     * Finds what must still be given for a line to run, and what may be given along with it.
     *
     * @param line a command line without a prefix, with its blocks
     * @param files how many files come with it
     * @return what it lacks; empty if it lacks nothing that can be written, or calls no command
     */
    public Optional<Lack> lack(String line, int files) {
        return blanks(line)
                .filter(found -> found.blanks.open(files).stream().anyMatch(ParameterDeclaration::required))
                .map(found -> found.lack(files));
    }

    /**
     * Finds all that can still be given, though the line may run without it.
     *
     * @param line a command line without a prefix, with its blocks
     * @return what it leaves open; empty if that is nothing that can be written, or it calls no command
     */
    public Optional<Lack> open(String line) {
        return blanks(line)
                .map(found -> found.lack(0))
                .filter(lack -> !lack.fields().isEmpty());
    }

    /**
     * Writes more into a line.
     *
     * @param line a command line without a prefix, with its blocks
     * @param values what to write by the names of parameters; what is empty, or is there already, is left out
     * @return the fuller line; empty if it calls no command
     */
    public Optional<String> filled(String line, Map<String, String> values) {
        return blanks(line)
                .map(found -> apart(found, found.blanks.filled(values)).text());
    }

    /** Words that are a value may go on like the name of a sub-command: a line break parts them from the name. */
    private MessageParts apart(Found found, MessageParts filled) {
        var line = filled.line();
        var name = found.name();
        return register.index().match(line).name().equals(name)
                ? filled
                : new MessageParts(name + "\n" + line.substring(name.length()).stripLeading(), filled.blocks());
    }

    /**
     * Writes the line that runs a program.
     *
     * @param command the name of the command that runs programs
     * @param text what holds the program, as somebody wrote it
     * @return the line; empty if the text holds no code block
     */
    public static Optional<String> running(String command, String text) {
        return MessageParts.of(text).blocks().stream()
                .filter(block -> !block.code().isBlank())
                .findFirst()
                .map(block -> new MessageParts(command, List.<CodeBlock>of(block)).text());
    }

    private record Found(CommandDeclaration command, String name, Blanks blanks) {
        Lack lack(int files) {
            return new Lack(command, fields(blanks.open(files)));
        }
    }

    private Optional<Found> blanks(String line) {
        var given = MessageParts.of(line);
        var match = register.index().match(given.line());
        var entry = match.entry();
        if (entry == null) {
            return Optional.empty();
        }
        try {
            var blanks = Blanks.of(entry.declaration(), given, match.arguments());
            return Optional.of(new Found(entry.declaration(), match.name(), blanks));
        } catch (WrongInput _) {
            return Optional.empty(); // its command says better what is wrong
        }
    }

    private static List<ParameterDescription> fields(List<ParameterDeclaration> open) {
        var must = open.stream().filter(ParameterDeclaration::required);
        var may = open.stream()
                .filter(field -> !field.required() && field.kind() != Kind.FLAG)
                .sorted(Comparator.comparing((ParameterDeclaration field) -> field.kind() != Kind.CODE_BLOCK));
        return Stream.concat(must, may)
                .<ParameterDescription>map(field -> field)
                .toList();
    }
}
