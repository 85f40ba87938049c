package io.bellhop.core.discord;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.ChatEvent;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns Discord's events into Bellhop's. Runs on the gateway's thread, so it translates, publishes and returns. */
final class Ears implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);

    private final Broker broker;
    private final Witness witness;
    private final Offers offers;
    private final UnderWay underWay;

    Ears(Broker broker, Witness witness, Offers offers, UnderWay underWay) {
        this.broker = broker;
        this.witness = witness;
        this.offers = offers;
        this.underWay = underWay;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case MessageReceivedEvent received -> received(received.getMessage());
            case MessageUpdateEvent updated -> updated(updated.getMessage());
            case MessageDeleteEvent deleted -> deleted(deleted);
            case ButtonInteractionEvent pressed -> pressed(pressed);
            default -> {}
        }
    }

    private void received(Message message) {
        if (isSaid(message)) {
            var heard = DiscordMessage.of(message);
            witness.wrote(heard.id(), heard.author());
            publish(new MessageReceived(heard));
        }
    }

    private void updated(Message message) {
        var time = message.getTimeEdited();
        if (isSaid(message) && time != null && witness.isNewEdit(DiscordMessage.idOf(message), time)) {
            publish(new MessageEdited(DiscordMessage.of(message)));
        }
    }

    private void deleted(MessageDeleteEvent event) {
        var channel = DiscordChannel.of(event.getChannel());
        var message = new MessageId(channel.id(), event.getMessageId());
        witness.author(message).ifPresent(author -> publish(new MessageDeleted(message, channel, author)));
    }

    private void pressed(ButtonInteractionEvent event) {
        var user = DiscordUser.of(event.getUser(), event.getMember());
        var channel = DiscordChannel.of(event.getChannel());
        if (!broker.hears(user, channel)) {
            return;
        }
        var offer = offers.find(event.getComponentId());
        if (offer.isEmpty()) {
            refuse(event, "This choice is no longer open. Run the command again.");
        } else if (!offer.get().isFor(user.id())) {
            refuse(event, "This choice is for the person who asked. Run the command yourself.");
        } else {
            acknowledge(event.deferEdit());
            publish(new ChoicePicked(offer.get().choice(), idOf(channel.id(), event), channel, user));
        }
    }

    private void refuse(ButtonInteractionEvent event, String why) {
        acknowledge(event.reply(why).setEphemeral(true));
    }

    private void acknowledge(RestAction<?> answer) {
        var _ = underWay.follow(answer.submit()).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("Discord did not take the answer to a button", failure);
            }
        });
    }

    private static MessageId idOf(ChannelId channel, ButtonInteractionEvent event) {
        return new MessageId(channel, event.getMessageId());
    }

    /** The bot's own messages, and Discord's notes such as "joined the server", are nobody's. */
    private static boolean isSaid(Message message) {
        return !message.getType().isSystem()
                && !message.getAuthor().equals(message.getJDA().getSelfUser());
    }

    private void publish(ChatEvent event) {
        var _ = broker.publish(event);
    }
}
