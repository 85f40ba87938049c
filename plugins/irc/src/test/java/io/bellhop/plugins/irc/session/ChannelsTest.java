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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        connects(channels, flood, System::nanoTime);
    }

    private void connects(List<String> channels, Flood flood, LongSupplier nanos) {
        network = new Network(
                "test",
                Configured.network(peer.port(), "bell", channels, flood),
                (_, _) -> CompletableFuture.completedStage(null),
                new Random(1),
                nanos);
        network.start();
        peer.welcomes("bell", "");
    }

    @Test
    void getLinesThatFitAlsoIfTheirNamesAreNotAscii() {
        var channel = "#" + "\u043f".repeat(30);
        connects(List.of(channel), UNLIMITED);
        peer.joins(SELF, channel).sends("PING :in").awaits("^PONG :in");
        var _ = network.send("PRIVMSG", channel, List.of("x".repeat(1000)), false);
        assertThat((":" + SELF + " " + peer.awaits("^PRIVMSG") + "\r\n").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(512);
    }

    @Test
    void areJoinedManyAtATimeThoseWithAKeyFirst() {
        var channels = IntStream.range(0, 21).mapToObj(i -> "#c" + i).collect(Collectors.toList());
        channels.add("#secret its-key");
        channels.add("#" + "\u043f".repeat(199));
        connects(channels, UNLIMITED);
        peer.sends(":peer 376 x :End of MOTD");
        assertThat(peer.next()).isEqualTo("JOIN #secret,#c0,#c1,#c2,#c3,#c4,#c5,#c6,#c7,#c8 its-key");
        assertThat(peer.next()).isEqualTo("JOIN #c9,#c10,#c11,#c12,#c13,#c14,#c15,#c16,#c17,#c18");
        assertThat(peer.next())
                .startsWith("JOIN #c19,#c20,#\u043f")
                .satisfies(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(510));
    }

    @Test
    void areAskedAboutWithinTheFloodLimitAndAfterAllThatIsSaid() {
        var nanos = new AtomicLong();
        connects(List.of("#a", "#b"), new Flood(2, Duration.ofSeconds(1)), nanos::get);
        peer.sends(":peer 376 x :End of MOTD").awaits("^JOIN #a,#b");
        peer.sends(":" + SELF + " JOIN #a").sends(":" + SELF + " JOIN #b");
        assertThat(peer.next()).isEqualTo("WHO #a");
        assertThat(peer.sends("PING :in").next()).isEqualTo("PONG :in");
        var _ = network.send("PRIVMSG", "#b", List.of("first"), false);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(peer.next()).isEqualTo("PRIVMSG #b :first");
        for (var question : List.of("MODE #a", "WHO #b", "MODE #b")) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(peer.next()).isEqualTo(question);
        }
    }

    @Test
    void areAskedAboutAgainInTurn() {
        var nanos = new AtomicLong();
        connects(List.of("#a", "#b"), UNLIMITED, nanos::get);
        peer.sends(":peer 376 x :End of MOTD").awaits("^JOIN #a,#b");
        peer.sends(":" + SELF + " JOIN #a").sends(":" + SELF + " JOIN #b").awaits("^MODE #b");
        for (var channel : List.of("#a", "#b", "#a")) {
            nanos.addAndGet(Duration.ofSeconds(150).toNanos());
            peer.sends("PONG peer :" + peer.awaits("^PING ").substring("PING ".length()));
            assertThat(peer.next()).isEqualTo("WHO " + channel);
            peer.sends("PING :seen").awaits("^PONG :seen");
        }
    }
}
