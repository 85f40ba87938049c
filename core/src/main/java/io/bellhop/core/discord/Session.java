package io.bellhop.core.discord;

import io.bellhop.core.discord.link.Gateway;
import io.bellhop.core.discord.link.LastHeard;
import io.bellhop.core.discord.link.Pools;
import io.bellhop.core.discord.request.UnderWay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A log-in at Discord. */
final class Session {
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Gateway gateway;
    private final UnderWay underWay;
    private final LastHeard lastHeard;

    /** Makes a session that is not open yet. */
    Session(Gateway gateway, UnderWay underWay, LastHeard lastHeard) {
        this.gateway = gateway;
        this.underWay = underWay;
        this.lastHeard = lastHeard;
    }

    /** Logs in, and returns when events arrive. */
    void open() throws InterruptedException {
        gateway.open();
        long every = LastHeard.RENEWAL.toMillis();
        var _ = pools().health().scheduleWithFixedDelay(lastHeard::renew, every, every, TimeUnit.MILLISECONDS);
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
            lastHeard.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
