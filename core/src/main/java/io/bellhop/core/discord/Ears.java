package io.bellhop.core.discord;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.discord.call.Interactions;
import io.bellhop.core.discord.entity.DiscordChannel;
import io.bellhop.core.discord.entity.DiscordMessage;
import io.bellhop.core.discord.entity.Witness;
import io.bellhop.core.discord.link.LastHeard;
import io.bellhop.core.event.MessageGone;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.jspecify.annotations.Nullable;

/** Turns Discord's events into Bellhop's. Runs on the gateway's thread, so it translates, publishes and returns. */
final class Ears implements EventListener {
    private final Broker broker;
    private final Witness witness;
    private final Interactions interactions;
    private final LastHeard lastHeard;

    Ears(Broker broker, Witness witness, Interactions interactions, LastHeard lastHeard) {
        this.broker = broker;
        this.witness = witness;
        this.interactions = interactions;
        this.lastHeard = lastHeard;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case MessageReceivedEvent received ->
                received(received.getMessage(), received.getMessage().getMember());
            case MessageUpdateEvent updated -> updated(updated.getMessage());
            case MessageDeleteEvent deleted -> deleted(deleted);
            case GenericInteractionCreateEvent called -> interactions.hear(called);
            default -> {}
        }
    }

    /** Hears a message, once, by an author who is a member there, or is not known to be one. */
    void received(Message message, @Nullable Member author) {
        lastHeard.heard(message.getJDA().getShardInfo(), message.getIdLong());
        if (isSaid(message)) {
            var heard = DiscordMessage.of(message, author);
            if (!message.isFromGuild()) {
                lastHeard.heardAlone(message.getAuthor().getId());
            }
            if (witness.wrote(heard.id(), heard.author())) {
                publish(new MessageReceived(heard));
            }
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
        var author = witness.author(message);
        publish(
                author.isPresent()
                        ? new MessageDeleted(message, channel, author.get())
                        : new MessageGone(message)); // it may have been written before the bot was started anew
    }

    /**
     * What bots write, this one among them, what comes by webhooks, and Discord's notes such as "joined", are nobody's.
     * What Discord withholds is no empty message.
     */
    static boolean isSaid(Message message) {
        var author = message.getAuthor();
        return !message.getType().isSystem()
                && !message.isWebhookMessage()
                && !author.isBot()
                && !author.isSystem()
                && !isWithheld(message);
    }

    private static boolean isWithheld(Message message) {
        return message.isFromGuild()
                && !message.getJDA().getGatewayIntents().contains(GatewayIntent.MESSAGE_CONTENT)
                && message.getContentRaw().isEmpty()
                && message.getAttachments().isEmpty();
    }

    private void publish(Event event) {
        var _ = broker.publish(event);
    }
}
