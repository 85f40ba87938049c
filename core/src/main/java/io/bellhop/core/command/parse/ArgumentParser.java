package io.bellhop.core.command.parse;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Message;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.core.command.declare.ParameterDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration.Multiplicity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a user wrote after a command's name into the arguments of its method. Made for one invocation. */
final class ArgumentParser {
    private final BoundCommand command;
    private final ConversionContext context;
    private final String line;
    private final Remaining<CodeBlock> blocks;
    private final Remaining<Attachment> files;
    private final FlagParser.Parsed parsed;
    private final Remaining<Token> words;

    /**
     * Prepares parsing.
     *
     * @param line what follows the command's name
     * @param blocks the code blocks of the message
     */
    ArgumentParser(BoundCommand command, ConversionContext context, String line, List<CodeBlock> blocks) {
        this.command = command;
        this.context = context;
        this.line = line;
        this.blocks = new Remaining<>(blocks);
        this.files = new Remaining<>(context.message().attachments());
        this.parsed = command.flags()
                .parse(Tokenizer.split(line, command.declaration().takesRest()));
        this.words = new Remaining<>(parsed.others());
    }

    /** Returns the arguments, with the invocation in its place. */
    @Nullable
    Object[] arguments(@Nullable Object invocation) {
        var slots = command.declaration().slots();
        var arguments = new @Nullable Object[slots.size()];
        @Nullable MissingInput missing = null;
        for (int i = 0; i < arguments.length; i++) {
            try {
                arguments[i] = slots.get(i) instanceof ParameterDeclaration p ? argument(p) : invocation;
            } catch (MissingInput e) {
                missing = missing == null ? e : missing;
            }
        }
        if (!words.isEmpty()) {
            throw new WrongInput("That is more than this command takes.", words.take());
        }
        if (missing != null) {
            throw missing;
        }
        return arguments;
    }

    private Object argument(ParameterDeclaration parameter) {
        return switch (parameter.kind()) {
            case FLAG -> flag(parameter);
            case ARGUMENT -> positional(parameter);
            case REST -> rest(parameter);
            case CODE_BLOCK -> code(parameter);
            case ATTACHMENT -> taken(parameter, files);
        };
    }

    private Object flag(ParameterDeclaration parameter) {
        var values = parsed.flags().get(parameter.name());
        if (parameter.isSwitch()) {
            return values != null;
        }
        return values == null ? absent(parameter) : converted(parameter, values);
    }

    private Object positional(ParameterDeclaration parameter) {
        if (words.isEmpty()) {
            return absent(parameter);
        }
        var values = parameter.repeated() ? words.takeAll() : List.of(words.take());
        return isSkipped(parameter, values.getFirst()) ? Optional.empty() : converted(parameter, values);
    }

    /** Nothing between quotes leaves the place of what may be left out empty, so that the next can be given. */
    private static boolean isSkipped(ParameterDeclaration parameter, Token first) {
        return parameter.multiplicity() == Multiplicity.OPTIONAL
                && first.quoted()
                && first.value().isEmpty();
    }

    private Object rest(ParameterDeclaration parameter) {
        var values = words.takeAll();
        if (parameter.repeated()) {
            return converted(parameter, values);
        }
        return values.isEmpty() ? "" : line.substring(values.getFirst().start());
    }

    private Object absent(ParameterDeclaration parameter) {
        var fallback = parameter.fallback().stream().map(Token::fallback).toList();
        if (!fallback.isEmpty() || parameter.multiplicity() == Multiplicity.LIST) {
            return converted(parameter, fallback);
        }
        if (parameter.multiplicity() == Multiplicity.OPTIONAL) {
            return Optional.empty();
        }
        throw new MissingInput(parameter);
    }

    private Object converted(ParameterDeclaration parameter, List<Token> values) {
        var converter = command.converter(parameter);
        return switch (parameter.multiplicity()) {
            case ONE -> converter.convert(values.getFirst(), context);
            case OPTIONAL -> Optional.of(converter.convert(values.getFirst(), context));
            case LIST ->
                values.stream().map(value -> converter.convert(value, context)).toList();
        };
    }

    /** Whoever sends no block may send a file in its place, or reply to a message that has one of them. */
    private Object code(ParameterDeclaration parameter) {
        if (blocks.isEmpty() && parameter.multiplicity() == Multiplicity.ONE) {
            if (files.isEmpty()) {
                context.repliedTo().ifPresent(this::takeFrom);
            } else {
                blocks.addAll(List.of(SentCode.of(files.take())));
            }
        }
        return taken(parameter, blocks);
    }

    private void takeFrom(Message quoted) {
        blocks.addAll(MessageParts.of(quoted.text()).blocks());
        if (blocks.isEmpty() && !quoted.attachments().isEmpty()) {
            blocks.addAll(List.of(SentCode.of(quoted.attachments().getFirst())));
        }
    }

    private static Object taken(ParameterDeclaration parameter, Remaining<?> given) {
        return switch (parameter.multiplicity()) {
            case OPTIONAL -> given.isEmpty() ? Optional.empty() : Optional.of(given.take());
            case LIST -> given.takeAll();
            case ONE -> {
                if (given.isEmpty()) {
                    throw new MissingInput(parameter);
                }
                yield given.take();
            }
        };
    }
}
