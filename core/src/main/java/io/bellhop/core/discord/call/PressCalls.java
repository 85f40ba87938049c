package io.bellhop.core.discord.call;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.core.choice.Pick;
import io.bellhop.core.discord.call.Reception.Caller;
import io.bellhop.core.discord.content.Buttons;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.InteractionContextType;

/**
 * Turns presses of buttons, and what is selected in menus, into picked choices. Each is acknowledged first, on the
 * gateway's thread, for what an old message offers has to be read. Where a form is to be opened that is the first
 * answer, so it is waited for, but not for long.
 */
final class PressCalls {
    private static final String TOO_SLOW = "That took too long to look up. Press it again.";

    private final Reception reception;
    private final Buttons buttons;
    private final FormCalls forms;
    private final Duration patience;

    PressCalls(Reception reception, Buttons buttons, FormCalls forms, Duration patience) {
        this.reception = reception;
        this.buttons = buttons;
        this.forms = forms;
        this.patience = patience;
    }

    void hear(GenericComponentInteractionCreateEvent event, String name, Caller caller) {
        var pick = buttons.pick(name, caller.user().id());
        if (Buttons.asksForForm(name)) {
            openForm(event, caller, pick.toCompletableFuture());
        } else {
            acknowledge(event, caller, pick);
        }
    }

    private void acknowledge(
            GenericComponentInteractionCreateEvent event, Caller caller, CompletionStage<Pick> looking) {
        var press = reception.press(event, caller);
        // what reads is the core's thread, which must not run what comes next
        var _ = reception
                .send(event.deferEdit())
                .thenCombineAsync(
                        looking,
                        (done, pick) -> {
                            answer(event, caller, press, pick);
                            return pick;
                        },
                        event.getJDA().getCallbackPool());
    }

    private void answer(GenericComponentInteractionCreateEvent event, Caller caller, Call press, Pick pick) {
        if (pick instanceof Pick.Picked(var choice, var _)) {
            publish(event, caller, press, choice);
        } else {
            reception.refuse(press, Refused.choice(pick));
        }
    }

    private void publish(GenericComponentInteractionCreateEvent event, Caller caller, Call press, Choice choice) {
        var pressed = new MessageId(caller.channel().id(), event.getMessageId());
        var message = event.getMessage().isEphemeral()
                ? CallId.unseen(pressed, caller.user().id())
                : pressed;
        reception.publish(new ChoicePicked(choice, message, caller.channel(), caller.user()), press, isHidden(event));
    }

    /** Tells whether the bot can't answer in the channel, because the message is not seen there, or it is not there. */
    private static boolean isHidden(GenericComponentInteractionCreateEvent event) {
        return event.getMessage().isEphemeral()
                || event.getContext() == InteractionContextType.PRIVATE_CHANNEL
                || (event.isFromGuild() && !event.isFromAttachedGuild());
    }

    private void openForm(
            GenericComponentInteractionCreateEvent event, Caller caller, CompletableFuture<Pick> looking) {
        if (looking.isDone()) {
            openForm(event, caller, looking.join());
            return;
        }
        var _ = looking.copy()
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .handleAsync(
                        (pick, failure) -> {
                            if (failure == null) {
                                openForm(event, caller, pick);
                            } else {
                                reception.refuse(event, TOO_SLOW);
                            }
                            return pick;
                        },
                        event.getJDA().getCallbackPool());
    }

    private void openForm(GenericComponentInteractionCreateEvent event, Caller caller, Pick pick) {
        if (!(pick instanceof Pick.Picked(var choice, var _))) {
            reception.refuse(event, Refused.choice(pick));
        } else if (!forms.opened(event, caller, choice.invocation(), List.of())) {
            acknowledge(event, caller, CompletableFuture.completedStage(pick)); // it lacks nothing any more
        }
    }
}
