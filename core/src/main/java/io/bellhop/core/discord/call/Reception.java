package io.bellhop.core.discord.call;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.core.discord.entity.DiscordChannel;
import io.bellhop.core.discord.entity.DiscordUser;
import io.bellhop.core.discord.entity.Recent;
import io.bellhop.core.discord.entity.Witness;
import io.bellhop.core.discord.request.UnderWay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives those who call: asks whether they are heard, acknowledges on the gateway's thread, and passes their calls on
 * when Discord has taken that. What Discord does not take, because it is too late or a repeat, never runs.
 */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int REMEMBERED = 10_000;

    private final Broker broker;
    private final Witness witness;
    private final Calls calls;
    private final UnderWay underWay;
    private final InstantSource clock;
    private final Duration tokenLife;
    private final Recent<String, Boolean> seen = new Recent<>(REMEMBERED);

    Reception(Broker broker, Witness witness, Calls calls, UnderWay underWay, InstantSource clock, Duration tokenLife) {
        this.broker = broker;
        this.witness = witness;
        this.calls = calls;
        this.underWay = underWay;
        this.clock = clock;
        this.tokenLife = tokenLife;
    }

    /** Who called, and where. */
    record Caller(DiscordUser user, DiscordChannel channel) {}

    /** Returns who called; empty if they are ignored, or have been heard already. */
    Optional<Caller> caller(Interaction interaction) {
        if (!(interaction.getChannel() instanceof MessageChannel channel) || isRepeat(interaction)) {
            return Optional.empty();
        }
        var caller =
                new Caller(DiscordUser.of(interaction.getUser(), interaction.getMember()), DiscordChannel.of(channel));
        return Optional.of(caller).filter(one -> broker.hears(one.user(), one.channel()));
    }

    private synchronized boolean isRepeat(Interaction interaction) {
        boolean repeats = seen.find(interaction.getId()).isPresent();
        seen.remember(interaction.getId(), true);
        return repeats;
    }

    /** A call that Discord knows was heard. */
    record Taken(MessageId id, Call call, Caller caller) {}

    /** Acknowledges at once; completes, on a thread that may do a little, when Discord has taken that. */
    CompletionStage<Taken> take(IReplyCallback interaction, Caller caller, boolean ephemeral) {
        var waiting = ephemeral ? Call.Waiting.PRIVATE : Call.Waiting.PUBLIC;
        var call = new Call(
                caller.user().id(),
                calls.way(interaction.getToken()),
                waiting,
                ephemeral,
                clock.instant().plus(tokenLife),
                Permits.of(interaction));
        var id = CallId.of(
                caller.channel().id(), interaction.getId(), caller.user().id(), ephemeral);
        return send(interaction.deferReply(ephemeral))
                .thenApplyAsync(
                        taken -> {
                            calls.add(id, call);
                            witness.wrote(id, caller.user());
                            return new Taken(id, call, caller);
                        },
                        interaction.getJDA().getCallbackPool());
    }

    /** Publishes what was called, and sees to it that nobody waits for an answer that does not come. */
    void publish(Taken taken, String line, List<Attachment> files) {
        var caller = taken.caller();
        var message = new CalledMessage(taken.id(), caller.channel(), caller.user(), line, files, clock.instant());
        var _ = broker.publish(new CommandCalled(message)).whenComplete((done, failure) -> end(taken.call()));
    }

    private void end(Call call) {
        if (call.lasts(clock.instant())) {
            var _ = underWay.follow(call.end()).whenComplete((ended, failure) -> log(failure));
        }
    }

    /** Makes the call of a press, which announces no answer. */
    Call press(GenericComponentInteractionCreateEvent event, Caller caller) {
        return new Call(
                caller.user().id(),
                calls.way(event.getToken()),
                Call.Waiting.NOTHING,
                event.getMessage().isEphemeral(),
                clock.instant().plus(tokenLife),
                Permits.of(event));
    }

    /** Publishes what was picked; a press of what the channel does not see is answered through that press alone. */
    void publish(ChoicePicked picked, Call press, boolean hidden) {
        witness.picked(picked.message(), picked.user().id());
        calls.pressed(picked.message(), press, hidden);
        var _ = broker.publish(picked);
    }

    /** Tells the caller alone why nothing comes of it, as the first answer. */
    void refuse(IReplyCallback interaction, String why) {
        var _ = send(interaction.reply(why).setEphemeral(true).setAllowedMentions(List.of()));
    }

    /** Tells the caller alone why nothing comes of it, after the call was acknowledged. */
    void refuse(Call call, String why) {
        var message = new MessageCreateBuilder()
                .setContent(why)
                .setAllowedMentions(List.of())
                .build();
        var _ = underWay.follow(call.say(List.of(message), true, Optional.empty()))
                .whenComplete((told, failure) -> log(failure));
    }

    /** Sends an acknowledgement, and logs it if Discord does not take it. */
    <T> CompletionStage<T> send(RestAction<T> answer) {
        CompletableFuture<T> sent = answer.submit();
        return underWay.follow(sent).whenComplete((done, failure) -> log(failure));
    }

    private static void log(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("Discord did not take the answer to an interaction", failure);
        }
    }
}
