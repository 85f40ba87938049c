package io.bellhop.core.discord.call;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.discord.content.Place;
import io.bellhop.core.discord.entity.DiscordMessage;
import io.bellhop.core.discord.request.Failure;
import io.bellhop.core.discord.request.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;

/**
 * An interaction that was acknowledged, and is answered through its token. What is sent goes one after the other. Safe
 * for use from any thread.
 */
final class Call {
    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedStage(null);
    /** An edit that can't be done is answered anew, under the same key. */
    private static final String EDITED = "edited ";

    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final UserId caller;
    private final Way way;
    private final boolean isPrivate;
    private final Instant until;
    private final Place place;
    private volatile Waiting waiting;
    private volatile boolean refused;

    /** What Discord shows while there is no answer. */
    enum Waiting {
        /** Everybody sees that the bot is thinking. */
        PUBLIC,
        /** The caller sees that the bot is thinking, and all else that follows. */
        PRIVATE,
        /** Nothing, for there was an answer, or none was announced. */
        NOTHING
    }

    Call(UserId caller, Way way, Waiting waiting, boolean isPrivate, Instant until, Place place) {
        this.caller = caller;
        this.way = way;
        this.waiting = waiting;
        this.isPrivate = isPrivate;
        this.until = until;
        this.place = place;
    }

    UserId caller() {
        return caller;
    }

    /** Returns what may be shown in answer. */
    Place place() {
        return place;
    }

    /** Tells whether nobody but the caller sees any answer. */
    boolean isPrivate() {
        return isPrivate;
    }

    boolean lasts(Instant now) {
        return !refused && until.isAfter(now);
    }

    /** Discord has refused the token. */
    void isRefused() {
        refused = true;
    }

    /**
     * Answers, and if that is for the caller alone, in a way that nobody else sees. What was sent under the same key
     * before is not sent again, and what Discord may have taken though its answer was lost is marked.
     */
    CompletionStage<List<MessageId>> say(List<MessageCreateData> messages, boolean ephemeral, Optional<String> key) {
        return next(hook -> {
            var told = told(key);
            var rest = told.rest(messages, waiting != Waiting.NOTHING);
            var begun = !rest.isEmpty() && waiting == Waiting.PUBLIC && ephemeral ? withdrawn(hook) : NOTHING;
            return begun.thenCompose(gone -> Steps.inOrder(noting(told, saying(hook, rest, ephemeral))))
                    // as long as it is waited for, it was the first that failed: that takes a place, twice the same
                    .whenComplete((ids, failure) -> told.ended(waiting == Waiting.NOTHING ? failure : null))
                    .thenApply(ids -> told.ids());
        });
    }

    private Told told(Optional<String> key) {
        return key.map(known -> told.computeIfAbsent(known, name -> new Told())).orElseGet(Told::new);
    }

    private static List<Supplier<RestAction<MessageId>>> noting(
            Told told, List<Supplier<RestAction<MessageId>>> steps) {
        return steps.stream()
                .<Supplier<RestAction<MessageId>>>map(step -> () -> step.get().map(id -> {
                    told.add(id);
                    return id;
                }))
                .toList();
    }

    /**
     * Replaces what was sent by this call. What is more than that follows, and if tried again goes on as answers do.
     */
    CompletionStage<List<MessageId>> edit(
            List<MessageId> sent, List<MessageCreateData> messages, boolean ephemeral, Optional<String> key) {
        return next(hook -> {
            var told = told(key.map(name -> EDITED + name));
            int both = Math.min(sent.size(), messages.size());
            return Steps.inOrder(replacing(hook, sent, messages.subList(0, both)))
                    .thenCompose(ids -> {
                        var more = told.rest(messages.subList(both, messages.size()), false);
                        return Steps.inOrder(noting(told, following(hook, more, ephemeral)))
                                .whenComplete((followed, failure) -> told.ended(failure))
                                .thenApply(followed -> Stream.concat(ids.stream(), told.ids().stream())
                                        .toList());
                    })
                    .thenCompose(ids ->
                            deleteAll(hook, sent.subList(both, sent.size())).thenApply(gone -> ids));
        });
    }

    CompletionStage<Boolean> delete(List<MessageId> sent) {
        return next(hook -> deleteAll(hook, sent).thenApply(gone -> true));
    }

    /** Takes back the announcement of an answer, if there was none. */
    CompletionStage<Void> end() {
        return next(hook -> waiting == Waiting.NOTHING ? NOTHING : withdrawn(hook));
    }

    /** The first takes the place of the thinking, if that stands there. */
    private List<Supplier<RestAction<MessageId>>> saying(
            InteractionHook hook, List<MessageCreateData> messages, boolean ephemeral) {
        if (messages.isEmpty() || waiting == Waiting.NOTHING) {
            return following(hook, messages, ephemeral);
        }
        var steps = new ArrayList<Supplier<RestAction<MessageId>>>();
        steps.add(() -> replacing(hook, "@original", messages.getFirst()).get().map(id -> {
            waiting = Waiting.NOTHING;
            return id;
        }));
        steps.addAll(following(hook, messages.subList(1, messages.size()), ephemeral));
        return steps;
    }

    private CompletionStage<Void> withdrawn(InteractionHook hook) {
        return deleted(hook.deleteOriginal()).thenAccept(gone -> waiting = Waiting.NOTHING);
    }

    private List<Supplier<RestAction<MessageId>>> following(
            InteractionHook hook, List<MessageCreateData> messages, boolean ephemeral) {
        return messages.stream()
                .<Supplier<RestAction<MessageId>>>map(message -> () -> hook.sendMessage(message)
                        .setEphemeral(ephemeral || isPrivate)
                        .map(DiscordMessage::idOf))
                .toList();
    }

    private List<Supplier<RestAction<MessageId>>> replacing(
            InteractionHook hook, List<MessageId> old, List<MessageCreateData> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(i -> replacing(hook, old.get(i).id(), messages.get(i)))
                .toList();
    }

    private Supplier<RestAction<MessageId>> replacing(InteractionHook hook, String id, MessageCreateData message) {
        var edited = MessageEditBuilder.fromCreateData(message).setReplace(true).build();
        return () -> hook.editMessageById(id, edited).map(DiscordMessage::idOf);
    }

    private CompletionStage<Void> deleteAll(InteractionHook hook, List<MessageId> messages) {
        CompletionStage<Void> gone = CompletableFuture.completedStage(null);
        for (var message : messages) {
            gone = gone.thenCompose(before -> deleted(hook.deleteMessageById(message.id())));
        }
        return gone;
    }

    /** What is gone is deleted: by somebody else, or by a request whose answer was lost, so that JDA made it again. */
    private static CompletionStage<Void> deleted(RestAction<Void> deletion) {
        return deletion.submit()
                .exceptionallyCompose(
                        failure -> Failure.isGone(failure) ? NOTHING : CompletableFuture.failedStage(failure));
    }

    /** All of a step goes through one session: what is left of it when that ends is not sent by another. */
    private <T> CompletionStage<T> next(Function<InteractionHook, CompletionStage<T>> step) {
        return way.turns().several(this, () -> step.apply(way.hook()));
    }
}
