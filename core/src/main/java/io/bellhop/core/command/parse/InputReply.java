package io.bellhop.core.command.parse;

import io.bellhop.api.chat.Text;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration;
import io.bellhop.core.error.ErrorReply;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a user what is wrong with what they wrote, where, and how it is written right. */
public final class InputReply {
    private static final int MOST_SHOWN = 200;
    private static final Set<String> HELP = Set.of("-h", "-help", "--help");

    private InputReply() {}

    public static Text of(WrongInput wrong, String prefix, CommandDeclaration command, String arguments, String ref) {
        var token = wrong.token();
        var text = ErrorReply.named(
                Text.of(problem(wrong, command) + manual(token, prefix, command)), "command.arguments", ref);
        if (!command.takesSecret()
                && token != null
                && token.start() >= 0
                && token.end() <= MOST_SHOWN
                && !hasBreak(arguments)) {
            var before = prefix + command.name();
            var marks =
                    " ".repeat(before.length() + token.start()) + "^".repeat(Math.max(1, token.end() - token.start()));
            text = text.fence("", before + arguments + "\n" + marks);
        } else {
            text = text.line();
        }
        return text.add("Usage: ").code(prefix + command.usage());
    }

    /** Whoever tries what other programs take for it is told what does here. */
    private static String manual(@Nullable Token token, String prefix, CommandDeclaration command) {
        return token != null && HELP.contains(token.value())
                ? " " + prefix + "help " + command.name() + " tells all of this command."
                : "";
    }

    /** A reply is kept until it is sent, and any word can be the secret in a wrong place. */
    private static String problem(WrongInput wrong, CommandDeclaration command) {
        var message = String.valueOf(wrong.getMessage());
        var token = wrong.token();
        if (!command.takesSecret() || token == null) {
            return message;
        }
        var masked = message.replace('"' + token.value() + '"', "\"***\"");
        return token.value().startsWith("-") ? masked.replace(token.value(), "-***") : masked;
    }

    /** Asks for what is missing. */
    public static Text asks(ParameterDeclaration missing, String prefix, CommandDeclaration command) {
        return Text.of(wish(missing) + " Usage: ").code(prefix + command.usage());
    }

    private static String wish(ParameterDeclaration missing) {
        var help = missing.help().isEmpty() ? "" : " (" + missing.help() + ")";
        return switch (missing.kind()) {
            case CODE_BLOCK -> "Send the code now, in a block between lines of ```.";
            case ATTACHMENT -> "It needs a file: attach " + missing.name() + help + " to your next message.";
            case ARGUMENT, FLAG, REST -> "It needs " + missing.name() + help + ". Send it now, or cancel.";
        };
    }

    private static boolean hasBreak(String arguments) {
        return arguments.length() > MOST_SHOWN || arguments.indexOf('\n') >= 0;
    }
}
