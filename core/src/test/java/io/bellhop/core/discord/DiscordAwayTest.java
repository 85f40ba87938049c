package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.discord.slash.DeclaredCommands;
import io.bellhop.core.discord.slash.SlashCommands;
import io.bellhop.core.testkit.VirtualTime;
import io.bellhop.core.testkit.connector.Relay;
import io.bellhop.core.testkit.connector.Trouble;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Discord can't be reached when the bot would log in. */
class DiscordAwayTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final RecordingBroker broker = new RecordingBroker();
    private final VirtualTime time = new VirtualTime();
    private LoopbackDiscord discord;
    private Relay relay;
    private SlashCommands slash;
    private DiscordConnector connector;

    @BeforeEach
    void open() throws Exception {
        discord = new LoopbackDiscord();
        relay = Relay.to(URI.create(discord.rest().url()).getPort());
        var link = LinkOptions.of(new Secret(LoopbackRest.TOKEN))
                .at("http://127.0.0.1:" + relay.port() + "/api/v10/")
                .pacing(LoopbackDiscord.HASTE);
        slash = new SlashCommands(new DeclaredCommands(), time, List.of());
        connector = new DiscordConnector(
                new DiscordOptions(link), Offers.inMemory(new VirtualTime(), new KnownCommands()), slash);
    }

    @AfterEach
    void close() throws Exception {
        connector.stop();
        relay.close();
        discord.close();
        DiscordThreads.assertNone();
    }

    @Test
    void triesOnWhenItIsAwayAtTheStart() throws Exception {
        relay.begin(Trouble.AWAY);
        connector.start(broker);
        assertThat(connector.health().trouble().orElseThrow()).contains("Look at the network");
        ConnectedTest.assertFails(connector.say(ConnectedTest.LOBBY, Content.of("x")), "discord.unreachable");

        relay.end(Trouble.AWAY);
        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo("IDENTIFY");
        assertHearsOn();
        assertThat(connector.health().trouble()).isEmpty();
    }

    @Test
    void registersItsCommandsOnceItIsBack() throws Exception {
        relay.begin(Trouble.AWAY);
        connector.start(broker);
        relay.end(Trouble.AWAY);
        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo("IDENTIFY");
        assertHearsOn();

        time.advance(Duration.ofSeconds(30));
        slash.settled().toCompletableFuture().get(60, TimeUnit.SECONDS);
        discord.next("GET", "/commands");
    }

    @Test
    void stopsAtOnceAllTheSame() throws Exception {
        relay.begin(Trouble.AWAY);
        connector.start(broker);
        assertStopsSoon();
    }

    @Test
    void stopsAtOnceWhileItLogsIn() throws Exception {
        connector.start(broker);
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            discord.rest().offers(Payloads.gatewayBot("ws://127.0.0.1:" + silent.getLocalPort(), 1, 1, 1000));
            discord.gateway().close(4011);
            try (var handshake = silent.accept()) {
                assertThat(handshake.getInputStream().read()).isPositive();
                assertStopsSoon();
            }
        }
    }

    private void assertStopsSoon() {
        var begun = System.nanoTime();
        connector.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    private void assertHearsOn() throws InterruptedException {
        discord.says(Payloads.ANN, "hello");
        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("hello");
    }
}
