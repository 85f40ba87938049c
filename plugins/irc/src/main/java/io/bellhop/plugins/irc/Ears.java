package io.bellhop.plugins.irc;

import io.bellhop.api.event.Broker;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.plugins.irc.session.Heard;
import io.bellhop.plugins.irc.session.Network;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/** Turns what people write into events. Called on the networks' threads. */
final class Ears implements Network.Ears {
    private final Broker broker;
    private final MessageIds ids;
    private final InstantSource clock;

    Ears(Broker broker, MessageIds ids, InstantSource clock) {
        this.broker = broker;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Void> hear(Network network, Heard heard) {
        var nick = heard.person().source().nick();
        var user = IrcUser.of(network.name(), heard.person());
        var channel = heard.channel()
                .map(name -> IrcChannel.of(network.name(), network.mapping().fold(name)))
                .orElseGet(() -> IrcChannel.with(network.name(), heard.person().identity(), nick));
        return broker.publish(new MessageReceived(new IrcMessage(
                ids.next(channel.id(), nick),
                channel,
                heard.channel().isPresent() ? user : user.alone(),
                heard.text(),
                clock.instant())));
    }
}
