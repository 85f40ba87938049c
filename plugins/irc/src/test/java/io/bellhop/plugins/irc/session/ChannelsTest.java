package io.bellhop.plugins.irc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.Configured;
import io.bellhop.plugins.irc.config.Flood;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network's channels, before a server that does as it is told. */
@Timeout(60)
class ChannelsTest extends PeerTest {
    private static final String SELF = "bell!bell@a.rather.long.name.of.a.host.test";
    private static final Flood UNLIMITED = new Flood(0, Duration.ofSeconds(1));

    private void connects(List<String> channels, Flood flood) {
        connects(channels, flood, System::nanoTime);
    }

    private void connects(List<String> channels, Flood flood, LongSupplier nanos) {
        connects(Configured.network(peer.port(), "bell", channels, flood), nanos);
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
    void areAskedAboutAfterARefusalThoughThereIsAlwaysMoreToSay() {
        var nanos = new AtomicLong();
        connects(List.of("#ops"), new Flood(4, Duration.ofSeconds(1)), nanos::get);
        peer.joins(SELF, "#ops");
        var _ = network.send("PRIVMSG", "#ops", List.of("first"), false);
        peer.awaits("^PRIVMSG #ops :first");
        var _ = network.send("PRIVMSG", "#ops", List.of("second"), false);
        hears(":peer 404 bell #ops :Cannot send to channel (+m)");
        var _ = network.send("PRIVMSG", "#ops", List.of("third"), false);
        for (var line : List.of("PRIVMSG #ops :second", "PING refused-1", "PRIVMSG #ops :third")) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(peer.next()).isEqualTo(line);
        }
    }

    private void hears(String... lines) {
        for (var line : lines) {
            peer.sends(line);
        }
        peer.sends("PING :heard").awaits("^PONG :heard");
    }

    @Test
    void areFollowedWhereTheServerSendsWhoeverAsksForThem() {
        var nanos = new AtomicLong();
        connects(List.of("#ops"), UNLIMITED, nanos::get);
        hears(":peer 376 x :End of MOTD", ":peer 470 bell #ops ##ops :Forwarding to another channel");
        hears(":" + SELF + " JOIN ##ops");
        assertThat(network.state()).startsWith("connected as bell, in ##ops, not in #ops (sent to ##ops)");
        nanos.addAndGet(Duration.ofMinutes(20).toNanos());
        peer.sends("PONG peer :" + peer.awaits("^PING bellhop").substring("PING ".length()));
        assertThat(peer.next()).as("asks for no channel").isEqualTo("WHO ##ops");

        hears(":" + SELF + " PART ##ops");
        assertThat(network.state()).startsWith("connected as bell, in no channel, not in #ops (I ask again in 1 s)");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        peer.awaits("^JOIN #ops");
    }

    @Test
    void areJoinedOnAnInvitationIfTheyAreConfigured() {
        connects(List.of("#Ops its-key"), UNLIMITED, () -> 0);
        peer.sends(":peer 376 x :End of MOTD").awaits("^JOIN #Ops its-key");
        hears(":peer 473 bell #ops :Cannot join channel (+i).");
        peer.sends(":ann!a@host INVITE bob #ops").sends(":ann!a@host INVITE bell #other");
        assertThat(peer.sends("PING :none").next()).isEqualTo("PONG :none");
        peer.sends(":ann!a@host INVITE bell #ops");
        assertThat(peer.next()).isEqualTo("JOIN #Ops its-key");
        hears(":" + SELF + " JOIN #Ops", ":ann!a@host INVITE bell #ops");
        assertThat(network.state()).isEqualTo("connected as bell, in #Ops");
    }

    @Test
    void areSpokenToAsTheServerSpellsThem() {
        connects(List.of("#Ops^~"), UNLIMITED, () -> 0);
        hears(":peer 376 x :End of MOTD", ":" + SELF + " JOIN #Ops^~");
        var _ = network.send("PRIVMSG", "#ops^~", List.of("x"), false);
        assertThat(peer.awaits("^PRIVMSG")).isEqualTo("PRIVMSG #Ops^~ :x");
    }

    @Test
    void areNamedWithTheReasonWhyWeAreNotInThem() {
        connects(List.of("#banned", "#secret"), UNLIMITED, () -> 0);
        hears(":peer 376 x :End of MOTD", ":peer 474 bell #banned :Cannot join channel (+b).");
        assertThat(network.state())
                .isEqualTo("connected as bell, in no channel, not in #banned (Cannot join channel (+b);"
                        + " I ask again in 1 s), #secret (I ask again in 1 s)");
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
