package io.bellhop.core.discord.slash;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers commands once: asks what is there and does what differs, one request after the other. */
final class Upload {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
    private static final int MALFORMED = 400;

    private final CommandScope scope;
    private final Queue<Step> steps = new ArrayDeque<>();

    private Upload(CommandScope scope) {
        this.scope = scope;
    }

    /** How it ended. */
    enum Outcome {
        /** All that Discord takes is registered. */
        DONE,
        /** Discord was away, or the log-in is ending. */
        BROKEN_OFF,
        /** Discord takes no new commands today. */
        ENOUGH_FOR_TODAY
    }

    private record Step(String name, Supplier<RestAction<?>> request) {}

    /** Uploads; never fails. */
    static CompletableFuture<Outcome> run(CommandScope scope, List<CommandData> wanted) {
        var upload = new Upload(scope);
        return submit(scope::retrieve)
                .thenCompose(registered ->
                        upload.begin(Difference.of(registered, wanted, scope instanceof CommandScope.InGuild)))
                .exceptionally(upload::brokenOff);
    }

    private CompletableFuture<Outcome> begin(Difference difference) {
        var added = difference.added();
        var changed = difference.changed();
        difference.gone().forEach(command -> add(command.getName(), () -> scope.delete(command)));
        changed.forEach((command, data) -> add(command.getName(), () -> scope.edit(command, data)));
        added.forEach(data -> add(data.getName(), () -> scope.create(data)));
        if (!steps.isEmpty()) {
            LOG.info(
                    "Registering commands on Discord {}: {} new, {} changed, {} gone",
                    scope.words(),
                    added.size(),
                    changed.size(),
                    difference.gone().size());
        }
        return next();
    }

    private void add(String name, Supplier<RestAction<?>> request) {
        steps.add(new Step(name, request));
    }

    private CompletableFuture<Outcome> next() {
        var step = steps.poll();
        if (step == null) {
            return CompletableFuture.completedFuture(Outcome.DONE);
        }
        return submit(step.request())
                .<@Nullable Throwable>handle((done, failure) -> failure)
                .thenCompose(failure -> failure == null ? next() : after(step, cause(failure)));
    }

    private CompletableFuture<Outcome> after(Step step, Throwable failure) {
        if (failure instanceof ErrorResponseException answer) {
            if (answer.getErrorResponse() == ErrorResponse.MAX_DAILY_APPLICATION_COMMAND_CREATES) {
                LOG.warn(
                        "Discord takes no new commands from this bot today, and {} are missing {}. They follow later.",
                        steps.size() + 1,
                        scope.words());
                return CompletableFuture.completedFuture(Outcome.ENOUGH_FOR_TODAY);
            }
            if (answer.getResponse().code == MALFORMED) {
                LOG.warn("Discord did not take the command {}: {}", step.name(), answer.getMeaning(), answer);
                return next();
            }
            if (answer.getErrorResponse() == ErrorResponse.UNKNOWN_COMMAND) {
                return next(); // somebody else has removed it meanwhile
            }
        }
        return CompletableFuture.failedFuture(failure);
    }

    private Outcome brokenOff(Throwable failure) {
        if (cause(failure) instanceof ErrorResponseException answer
                && answer.getErrorResponse() == ErrorResponse.MISSING_ACCESS) {
            LOG.warn(
                    "Discord lets the bot register no commands {}. Invite it anew with the scope applications.commands.",
                    scope.words());
            return Outcome.DONE;
        }
        LOG.debug("Commands were not registered {}", scope.words(), failure);
        return Outcome.BROKEN_OFF;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static <T> CompletableFuture<T> submit(Supplier<? extends RestAction<? extends T>> request) {
        try {
            return request.get().submit().thenApply(done -> done);
        } catch (RuntimeException e) {
            // JDA refuses at once when it is shutting down, by several kinds
            return CompletableFuture.failedFuture(e);
        }
    }
}
