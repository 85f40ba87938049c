package io.bellhop.core.app;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.command.Invocations;
import jakarta.inject.Inject;

/** What the bot answers when no plugin does. */
final class CoreCommands {
    private final Invocations invocations;
    private final Status status;

    @Inject
    CoreCommands(Invocations invocations, Status status) {
        this.invocations = invocations;
        this.status = status;
    }

    @Command(name = "ping", help = "Answers at once.", repeatable = true)
    @Example(value = "ping", replies = "pong")
    String ping(@Rest(help = "what comes back") String text) {
        return text.isEmpty() ? "pong" : "pong " + text;
    }

    @Command(name = "status", help = "Says how the bot is.", repeatable = true)
    Card status() {
        return status.card();
    }

    @Command(name = "cancel", help = "Cancels something of yours that is still running.")
    Text cancel(@Arg(help = "as errors and progress name it") String ref, Invocation invocation) {
        if (!invocations.cancel(ref, invocation)) {
            throw BellhopException.user(
                    "command.not-running", "Nothing of yours with the ref " + ref + " is running. It may have ended.");
        }
        return Text.of("Cancelled ").code(ref).add(".");
    }
}
