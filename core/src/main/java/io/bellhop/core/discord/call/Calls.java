package io.bellhop.core.discord.call;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.discord.content.Outgoing;
import io.bellhop.core.discord.content.ReadableFiles;
import io.bellhop.core.discord.entity.Recent;
import io.bellhop.core.discord.entity.Witness;
import io.bellhop.core.discord.request.Failure;
import io.bellhop.core.discord.request.Turns;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * The calls that can still be answered through their tokens. What can't goes the other way: to the channel, and what is
 * for one person alone to their direct messages. Safe for use from any thread.
 */
public final class Calls {
    private static final int REMEMBERED = 10_000;

    private final Outgoing outgoing;
    private final Witness witness;
    private final InstantSource clock;
    private final Supplier<JDA> session;
    private final Turns turns;
    private final Recent<MessageId, Call> calls = new Recent<>(REMEMBERED);
    private final Recent<Pressed, Call> presses = new Recent<>(REMEMBERED);
    private final Recent<MessageId, Said> answers = new Recent<>(REMEMBERED);

    /**
     * Remembers none yet.
     *
     * @param outgoing makes messages of contents
     * @param witness remembers for whom they are
     * @param clock tells when tokens expire
     * @param session gives a session that is there now, or fails while there is none
     * @param turns keeps what is sent in order
     */
    public Calls(Outgoing outgoing, Witness witness, InstantSource clock, Supplier<JDA> session, Turns turns) {
        this.outgoing = outgoing;
        this.witness = witness;
        this.clock = clock;
        this.session = session;
        this.turns = turns;
    }

    /** A message under which someone has picked something. */
    private record Pressed(MessageId message, UserId user) {}

    /** A message that answers a call. */
    private record Said(Call call, boolean isPrivate) {}

    /** Returns how a call is answered. */
    Way way(String token) {
        return new Way(token, session, turns);
    }

    /** Remembers a call by its id. */
    void add(MessageId id, Call call) {
        calls.remember(id, call);
    }

    /** Remembers what someone has picked; a message that only they see is answered through that alone. */
    void pressed(MessageId message, Call press, boolean hidden) {
        presses.remember(new Pressed(message, press.caller()), press);
        if (hidden) {
            calls.remember(message, press);
        }
    }

    /**
     * Answers.
     *
     * @param cause a call, or any message
     * @param content what
     * @param otherwise how to answer what is no call, or none any more
     * @return where it went
     */
    public CompletionStage<Receipt> reply(
            MessageId cause, Content content, Supplier<CompletionStage<Receipt>> otherwise) {
        var call = living(calls.find(cause));
        return call.isEmpty()
                ? otherwise.get()
                : say(call.get(), content, call.get().isPrivate(), otherwise);
    }

    /**
     * Tells one person something that nobody else sees.
     *
     * @param user who
     * @param cause what led to it, or null
     * @param content what
     * @param otherwise how to tell whoever did not call, or has called too long ago
     * @return where it went
     */
    public CompletionStage<Receipt> whisper(
            UserId user, @Nullable MessageId cause, Content content, Supplier<CompletionStage<Receipt>> otherwise) {
        var call = cause == null
                ? Optional.<Call>empty()
                : living(presses.find(new Pressed(cause, user))
                        .or(() -> calls.find(cause))
                        .filter(found -> found.caller().equals(user)));
        return call.isEmpty() ? otherwise.get() : say(call.get(), content, true, otherwise);
    }

    /**
     * Replaces what was sent.
     *
     * @param sent what
     * @param content what stands there instead
     * @param otherwise how to replace what did not answer a call, or too long ago
     * @return where it stands now
     */
    public CompletionStage<Receipt> edit(Receipt sent, Content content, Supplier<CompletionStage<Receipt>> otherwise) {
        var said = answers.find(sent.message());
        if (said.isEmpty()) {
            return CallId.isPrivate(sent.message()) ? CompletableFuture.failedStage(tooLate()) : otherwise.get();
        }
        var call = said.get().call();
        if (!call.lasts(clock.instant())) {
            return CallId.isPrivate(sent.message()) ? CompletableFuture.failedStage(tooLate()) : otherwise.get();
        }
        return ReadableFiles.send(
                        content,
                        readable -> call.edit(
                                CallId.known(sent.messages()),
                                messages(readable, call),
                                said.get().isPrivate(),
                                content.key()))
                .thenApply(ids -> remember(ids, said.get()));
    }

    /**
     * Deletes what was sent.
     *
     * @param sent what
     * @param otherwise how to delete what did not answer a call, or too long ago
     * @return false if it can't be deleted any more
     */
    public CompletionStage<Boolean> delete(Receipt sent, Supplier<CompletionStage<Boolean>> otherwise) {
        var said = answers.find(sent.message());
        var living = said.map(Said::call).filter(this::isLiving);
        if (living.isPresent()) {
            return living.get().delete(CallId.known(sent.messages()));
        }
        return CallId.isPrivate(sent.message()) ? CompletableFuture.completedStage(false) : otherwise.get();
    }

    private CompletionStage<Receipt> say(
            Call call, Content content, boolean isPrivate, Supplier<CompletionStage<Receipt>> otherwise) {
        return ReadableFiles.send(content, readable -> call.say(messages(readable, call), isPrivate, content.key()))
                .thenApply(ids -> remember(ids, new Said(call, isPrivate)))
                .exceptionallyCompose(failure -> {
                    if (!isTokenRefused(failure)) {
                        return CompletableFuture.failedStage(failure);
                    }
                    call.isRefused();
                    return otherwise.get();
                });
    }

    private List<MessageCreateData> messages(Content content, Call call) {
        return outgoing.messages(content, Optional.of(call.caller()), call.place());
    }

    private Receipt remember(List<MessageId> ids, Said said) {
        var caller = said.call().caller();
        var named = said.isPrivate()
                ? ids.stream().map(id -> CallId.unseen(id, caller)).toList()
                : ids;
        named.forEach(id -> {
            answers.remember(id, said);
            witness.answered(id, caller);
        });
        return new Receipt(named);
    }

    private Optional<Call> living(Optional<Call> call) {
        return call.filter(this::isLiving);
    }

    private boolean isLiving(Call call) {
        return call.lasts(clock.instant());
    }

    private static boolean isTokenRefused(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> isTokenRefused(wrapped.getCause());
            case InteractionExpiredException _ -> true;
            case ErrorResponseException answer ->
                answer.getErrorResponse() == ErrorResponse.UNKNOWN_WEBHOOK
                        || answer.getErrorResponse() == ErrorResponse.INVALID_WEBHOOK_TOKEN;
            default -> false;
        };
    }

    private static Throwable tooLate() {
        return Failure.of(Failure.GONE, "What only one person sees can't be changed after a quarter of an hour.", null);
    }
}
