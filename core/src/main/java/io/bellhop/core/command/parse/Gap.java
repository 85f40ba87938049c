package io.bellhop.core.command.parse;

import io.bellhop.api.chat.Message;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Quoted;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameter that a command line leaves open, and that an answer fills: the first that must be given, or else the
 * next by its place.
 */
public final class Gap {
    private final ParameterDeclaration parameter;
    private final MessageParts given;
    private final String arguments;
    private final boolean flagsAreOpen;

    private Gap(ParameterDeclaration parameter, MessageParts given, String arguments, boolean flagsAreOpen) {
        this.parameter = parameter;
        this.given = given;
        this.arguments = arguments;
        this.flagsAreOpen = flagsAreOpen;
    }

    /**
     * Finds the gap of a line.
     *
     * @param command what the line calls
     * @param given the line and its blocks
     * @param arguments what follows the command's name in the line
     * @return the gap, or empty if there is none or the line can't be read
     */
    public static Optional<Gap> of(CommandDeclaration command, MessageParts given, String arguments) {
        try {
            var words = Tokenizer.split(arguments, command.takesRest());
            var parsed = new FlagParser(command).parse(words);
            var open = open(command, parsed, given);
            var first = open.stream().filter(ParameterDeclaration::required).findFirst();
            return first.or(() ->
                            open.stream().filter(p -> p.kind() != Kind.FLAG).findFirst())
                    .map(parameter -> new Gap(parameter, given, arguments, flagsAreOpen(command, parsed, words)));
        } catch (WrongInput _) {
            return Optional.empty();
        }
    }

    /** Tells whether a message can be the answer, rather than talk beside it. */
    public boolean takes(Message message) {
        return switch (parameter.kind()) {
            case CODE_BLOCK -> isCode(message);
            case ATTACHMENT -> !message.attachments().isEmpty();
            case ARGUMENT, FLAG, REST -> !message.text().isBlank();
        };
    }

    /** Tells whether a message can be the answer where code is asked for. */
    public static boolean isCode(Message message) {
        return !message.attachments().isEmpty()
                || !code(MessageParts.of(message.text())).isEmpty();
    }

    /** Returns the line as an answer completes it. */
    public MessageParts filled(MessageParts answer) {
        var line = given.line();
        var blocks =
                Stream.concat(given.blocks().stream(), code(answer).stream()).toList();
        var end = flagsAreOpen ? " -- " : " ";
        return switch (parameter.kind()) {
            case CODE_BLOCK, ATTACHMENT -> new MessageParts(line, blocks);
            case FLAG ->
                given.withLine(line.substring(0, line.length() - arguments.length()) + " -" + parameter.name() + " "
                        + Quoted.of(words(answer)) + arguments);
            case REST ->
                new MessageParts(line + end + words(answer), answer.line().isEmpty() ? given.blocks() : blocks);
            case ARGUMENT ->
                given.withLine(line + end + (parameter.repeated() ? words(answer) : Quoted.of(words(answer))));
        };
    }

    /** A block is an answer too where words are asked for. */
    private static String words(MessageParts answer) {
        return answer.line().isEmpty() && !answer.blocks().isEmpty()
                ? answer.blocks().getFirst().code()
                : answer.line();
    }

    private static List<CodeBlock> code(MessageParts parts) {
        return parts.withInlineCode().blocks();
    }

    /** Returns what is not given, in order of declaration. */
    static List<ParameterDeclaration> open(CommandDeclaration command, FlagParser.Parsed parsed, MessageParts given) {
        var places = command.declaredParameters().stream()
                .filter(p -> p.kind() == Kind.ARGUMENT || p.kind() == Kind.REST)
                .toList();
        var blocks = command.parameters(Kind.CODE_BLOCK);
        int written = parsed.others().size();
        int code = command.takesCode() ? code(given).size() : 0;
        return command.declaredParameters().stream()
                .filter(p -> switch (p.kind()) {
                    case FLAG -> !parsed.flags().containsKey(p.name());
                    case ARGUMENT, REST -> places.indexOf(p) >= written;
                    case CODE_BLOCK -> blocks.indexOf(p) >= code;
                    case ATTACHMENT -> true;
                })
                .toList();
    }

    /** Tells whether the list of a flag would swallow what is added to the line. */
    private static boolean flagsAreOpen(CommandDeclaration command, FlagParser.Parsed parsed, List<Token> words) {
        boolean ended = words.stream()
                        .anyMatch(token -> !token.quoted() && token.value().equals("--"))
                || (command.takesRest() && !parsed.others().isEmpty());
        return !ended
                && command.parameters(Kind.FLAG).stream()
                        .anyMatch(flag -> flag.repeated() && parsed.flags().containsKey(flag.name()));
    }
}
