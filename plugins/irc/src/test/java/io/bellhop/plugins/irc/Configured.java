package io.bellhop.plugins.irc;

import io.bellhop.api.plugin.Secret;
import io.bellhop.plugins.irc.config.Flood;
import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.config.Whispers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A network as most tests want it: on this machine, without limits, and with a channel. */
public final class Configured {
    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final Flood UNLIMITED = new Flood(0, Duration.ofSeconds(1));
    private static final Optional<String> PLAIN = Optional.empty();
    private static final Optional<String> NONE = Optional.empty();

    private Configured() {}

    public static NetworkConfig network(int port, String nick) {
        return network(port, nick, List.of("#ops"), UNLIMITED);
    }

    /** In other channels, and with a limit. */
    public static NetworkConfig network(int port, String nick, List<String> channels, Flood flood) {
        return network(port, nick, PLAIN, NONE, channels, flood, SELDOM, AT_ONCE);
    }

    /** Connecting again after a pause. */
    public static NetworkConfig resting(int port, String nick, Duration reconnect) {
        return network(port, nick, PLAIN, NONE, List.of("#ops"), UNLIMITED, SELDOM, reconnect);
    }

    /** With an account, and a password. */
    public static NetworkConfig loggedIn(int port, String nick, String account) {
        return network(port, nick, PLAIN, Optional.of(account), List.of("#ops"), UNLIMITED, SELDOM, AT_ONCE);
    }

    /** Asked each second whether it is there, over TLS if there is a certificate. */
    public static NetworkConfig probed(int port, String nick, Optional<String> certificate) {
        return network(port, nick, certificate, NONE, List.of("#ops"), UNLIMITED, Duration.ofSeconds(1), AT_ONCE);
    }

    private static NetworkConfig network(
            int port,
            String nick,
            Optional<String> certificate,
            Optional<String> account,
            List<String> channels,
            Flood flood,
            Duration probe,
            Duration reconnect) {
        return new NetworkConfig(
                "127.0.0.1",
                port,
                certificate.isPresent(),
                certificate,
                nick,
                "Bellhop",
                account,
                account.map(_ -> new Secret("hunter2")),
                Optional.empty(),
                channels,
                flood,
                12,
                Whispers.NOTICE,
                true,
                probe,
                reconnect);
    }
}
