package io.bellhop.plugins.irc;

import io.bellhop.plugins.irc.config.Flood;
import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.config.Whispers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A network as most tests want it: on this machine, without limits, and with a channel. */
final class Configured {
    private Configured() {}

    static NetworkConfig network(int port, String nick) {
        return new NetworkConfig(
                "127.0.0.1",
                port,
                false,
                Optional.empty(),
                nick,
                "Bellhop",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("#ops"),
                new Flood(0, Duration.ofSeconds(1)),
                12,
                Whispers.NOTICE,
                true,
                Duration.ofMinutes(1),
                Duration.ofMillis(10));
    }
}
