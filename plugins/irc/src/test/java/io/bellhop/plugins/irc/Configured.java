package io.bellhop.plugins.irc;

import io.bellhop.plugins.irc.config.Flood;
import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.config.Whispers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A network as most tests want it: on this machine, without limits, and with a channel. */
public final class Configured {
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private Configured() {}

    public static NetworkConfig network(int port, String nick) {
        return network(port, nick, Optional.empty(), List.of("#ops"), new Flood(0, Duration.ofSeconds(1)), SELDOM);
    }

    /** In other channels, and with a limit. */
    public static NetworkConfig network(int port, String nick, List<String> channels, Flood flood) {
        return network(port, nick, Optional.empty(), channels, flood, SELDOM);
    }

    /** Asked each second whether it is there, over TLS if there is a certificate. */
    public static NetworkConfig probed(int port, String nick, Optional<String> certificate) {
        return network(
                port, nick, certificate, List.of("#ops"), new Flood(0, Duration.ofSeconds(1)), Duration.ofSeconds(1));
    }

    private static NetworkConfig network(
            int port, String nick, Optional<String> certificate, List<String> channels, Flood flood, Duration probe) {
        return new NetworkConfig(
                "127.0.0.1",
                port,
                certificate.isPresent(),
                certificate,
                nick,
                "Bellhop",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                channels,
                flood,
                12,
                Whispers.NOTICE,
                true,
                probe,
                Duration.ofMillis(10));
    }
}
