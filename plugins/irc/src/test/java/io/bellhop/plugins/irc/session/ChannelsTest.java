package io.bellhop.plugins.irc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.Configured;
import io.bellhop.plugins.irc.config.Flood;
import io.bellhop.plugins.irc.server.Peer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network's channels, before a server that does as it is told. */
@Timeout(60)
class ChannelsTest {
    private static final String SELF = "bell!bell@a.rather.long.name.of.a.host.test";
    private static final Flood UNLIMITED = new Flood(0, Duration.ofSeconds(1));

    private final Peer peer = new Peer();

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private Network network;

    @AfterEach
    void stop() {
        network.stop();
        peer.close();
    }

    private void connects(List<String> channels, Flood flood) {
        network = new Network(
                "test",
                Configured.network(peer.port(), "bell", channels, flood),
                (_, _) -> CompletableFuture.completedStage(null),
                new Random(1),
                System::nanoTime);
        network.start();
        peer.welcomes("bell", "");
    }

    @Test
    void getLinesThatFitAlsoIfTheirNamesAreNotAscii() {
        var channel = "#" + "\u043f".repeat(30);
        connects(List.of(channel), UNLIMITED);
        peer.joins(SELF, channel).sends("PING :in").awaits("^PONG :in");
        var _ = network.send("PRIVMSG", channel, List.of("x".repeat(1000)));
        assertThat((":" + SELF + " " + peer.awaits("^PRIVMSG") + "\r\n").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(512);
    }
}
