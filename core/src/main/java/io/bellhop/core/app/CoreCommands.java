package io.bellhop.core.app;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.command.run.Invocations;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;

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
    Text cancel(@Arg(help = "its ref, needed if several are running") Optional<String> ref, Invocation asking) {
        var chosen = ref.orElseGet(() -> onlyOne(asking));
        if (!invocations.cancel(chosen, asking)) {
            throw BellhopException.user(
                    "command.not-running",
                    "Nothing of yours with the ref " + chosen + " is running. It may have ended.");
        }
        return Text.of("Cancelled ").code(chosen).add(".");
    }

    private String onlyOne(Invocation asking) {
        var running = invocations.others(asking);
        if (running.size() == 1) {
            return running.getFirst().ref();
        }
        var which = running.stream()
                .map(invocation ->
                        invocation.ref() + " (" + invocation.command().name() + ")")
                .collect(Collectors.joining(", "));
        throw BellhopException.user(
                "command.not-running",
                running.isEmpty()
                        ? "Nothing of yours is running."
                        : "Name one of those that are running: " + which + ".");
    }
}
