package io.bellhop.core.discord;

import io.bellhop.core.discord.link.Gateway;
import io.bellhop.core.discord.link.Pools;
import io.bellhop.core.discord.request.UnderWay;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.hooks.EventListener;

/** A log-in at Discord. */
final class Session {
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Gateway gateway;
    private final UnderWay underWay;

    private Session(Gateway gateway, UnderWay underWay) {
        this.gateway = gateway;
        this.underWay = underWay;
    }

    /** Makes a session that is not open yet. */
    static Session of(DiscordOptions options, UnderWay underWay, EventListener ears) {
        return new Session(new Gateway(options.link(), List.of(ears), underWay::abandon), underWay);
    }

    /** Logs in, and returns when events arrive. */
    void open() throws InterruptedException {
        gateway.open();
    }

    Gateway gateway() {
        return gateway;
    }

    Pools pools() {
        return gateway.pools();
    }

    /** Lets requests finish, then leaves. */
    void close() {
        try {
            underWay.drain(DRAIN);
            gateway.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
