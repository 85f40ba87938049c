package io.bellhop.core.discord;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.core.choice.Pick;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns presses of buttons into picked choices. Each is acknowledged first, on the gateway's thread: what an old button
 * offers has to be read, and Discord waits for three seconds only.
 */
final class Presses {
    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);

    private final Broker broker;
    private final Witness witness;
    private final Buttons buttons;
    private final UnderWay underWay;

    Presses(Broker broker, Witness witness, Buttons buttons, UnderWay underWay) {
        this.broker = broker;
        this.witness = witness;
        this.buttons = buttons;
        this.underWay = underWay;
    }

    void hear(ButtonInteractionEvent event) {
        var user = DiscordUser.of(event.getUser(), event.getMember());
        if (!broker.hears(user, DiscordChannel.of(event.getChannel()))) {
            return;
        }
        send(event.deferEdit());
        // what reads is the core's thread, which must not run what comes next
        var _ = buttons.pick(event.getComponentId(), user.id())
                .thenAcceptAsync(
                        pick -> answer(event, user, pick), event.getJDA().getCallbackPool());
    }

    private void answer(ButtonInteractionEvent event, DiscordUser user, Pick pick) {
        switch (pick) {
            case Pick.Picked picked -> publish(event, user, picked.choice());
            case Pick.Closed _, Pick.Unnumbered _ ->
                refuse(event, "This choice is no longer open. Run the command again.");
            case Pick.ForAnother _ ->
                refuse(event, "This choice is for the person who asked. Run the command yourself.");
            case Pick.Unavailable(var reason) -> refuse(event, reason);
        }
    }

    private void publish(ButtonInteractionEvent event, DiscordUser user, Choice choice) {
        var channel = DiscordChannel.of(event.getChannel());
        var message = new MessageId(channel.id(), event.getMessageId());
        witness.picked(message, user.id());
        var _ = broker.publish(new ChoicePicked(choice, message, channel, user));
    }

    private void refuse(ButtonInteractionEvent event, String why) {
        send(event.getHook().sendMessage(why).setEphemeral(true));
    }

    private void send(RestAction<?> answer) {
        var _ = underWay.follow(answer.submit()).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("Discord did not take the answer to a button", failure);
            }
        });
    }
}
