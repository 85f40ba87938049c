package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.irc.server.FreePort;
import io.bellhop.plugins.irc.server.InspIrcd;
import io.bellhop.plugins.irc.server.Someone;
import io.bellhop.plugins.irc.session.Network;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole bot on a real server. */
@Timeout(120)
class IrcBotTest {
    private static InspIrcd server;

    @AutoClose
    @SuppressWarnings("NullAway.Init") // each test starts its own
    private Someone ann;

    @AutoClose
    @SuppressWarnings("NullAway.Init") // each test starts its own
    private TestBot bot;

    @BeforeAll
    static void startServer() {
        server = InspIrcd.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    /** Starts a bot on the server, whose channel someone watches already. */
    private void starts(String more) {
        ann = Someone.called("ann", server.port(), "#ops");
        bot = TestBot.with().configuration(configuration(more)).load();
        ann.await(":bell!.* JOIN .*#ops");
    }

    private static String configuration(String more) {
        return """
                plugins:
                  irc:
                    networks:
                      test:
                        host: 127.0.0.1
                        port: %d
                        tls: false
                        nick: bell
                        channels: ["#ops"]
                        reconnect: 10ms
                %s
                """.formatted(server.port(), more.indent(8));
    }

    private String state() {
        return owner("!irc");
    }

    private String owner(String command) {
        return String.join("\n", bot.as("owner").says(command).texts());
    }

    private void eventually(Supplier<Boolean> holds) {
        while (!holds.get()) {
            Thread.onSpinWait(); // ends with the test's own time limit
        }
    }

    @Test
    void answersInChannelsAndInConversations() {
        starts("");
        ann.says("#ops", "!ping");
        assertThat(ann.hears("#ops")).isEqualTo("ann: pong");
        ann.says("#ops", "bell: ping");
        assertThat(ann.hears("#ops")).isEqualTo("ann: pong");
        ann.says("bell", "!ping");
        assertThat(ann.hears("ann")).isEqualTo("pong");
        ann.send("NICK anna");
        ann.says("bell", "!ping");
        assertThat(ann.hears("anna")).isEqualTo("pong");
    }

    @Test
    void saysInTheStatusWhichNetworkItIsNotOn() throws Exception {
        try (var away = TestBot.with()
                .configuration(configuration("").replace("port: " + server.port(), "port: " + FreePort.next()))
                .load()) {
            assertThat(String.join("\n", away.as("owner").says("!status").texts()))
                    .containsPattern("irc: Not connected to test; look at what follows\\. test [a-z]");
        }
    }

    @Test
    void readsPastFormattingAndBytesThatAreNoText() {
        starts("");
        ann.says("#ops", "\u0002!\u000304,05ping\u000f");
        assertThat(ann.hears("#ops")).isEqualTo("ann: pong");
        ann.sendBytes(new byte[] {
            'P', 'R', 'I', 'V', 'M', 'S', 'G', ' ', '#', 'o', 'p', 's', ' ', ':', (byte) 0xff, '\r', '\n'
        });
        ann.says("#ops", "!ping");
        assertThat(ann.hears("#ops")).isEqualTo("ann: pong");
    }

    @Test
    void knowsWhichChannelsRefuseFormatting() {
        starts("");
        ann.send("MODE #ops +c").await(" MODE #ops .*c");
        var network = new Network(
                "test",
                Configured.network(server.port(), "second"),
                (_, _) -> CompletableFuture.completedStage(null),
                new Random(1),
                System::nanoTime);
        network.start();
        try {
            eventually(() -> network.isPlain("#ops"));
            ann.send("MODE #ops -c");
            eventually(() -> !network.isPlain("#ops"));
        } finally {
            network.stop();
        }
    }

    @Test
    void answersVersionAndNeitherActionsNorNotices() {
        starts("");
        ann.says("bell", "\u0001VERSION\u0001");
        assertThat(ann.hears("ann")).isEqualTo("\u0001VERSION Bellhop\u0001");
        ann.says("bell", "\u0001ACTION !ping\u0001").send("NOTICE bell :!ping");
        ann.says("bell", "!ping");
        assertThat(ann.hears("ann")).isEqualTo("pong");
    }

    @Test
    void joinsAgainAfterAKickWhenItsTimeHasCome() {
        starts("");
        ann.send("KICK #ops bell :out");
        ann.await(" KICK #ops bell");
        ann.await(":bell!.* JOIN .*#ops");
        ann.says("#ops", "!ping");
        assertThat(ann.hears("#ops")).isEqualTo("ann: pong");
    }

    @Test
    void isOnSeveralNetworksAtOnceOfWhichOneThatIsAwayHoldsUpNone() throws Exception {
        ann = Someone.called("ann", server.port(), "#ops", "#dev");
        bot = TestBot.with()
                .configuration("""
                plugins:
                  irc:
                    networks:
                      away: {host: 127.0.0.1, port: %d, tls: false, nick: bell, channels: ["#ops"]}
                      one: {host: 127.0.0.1, port: %d, tls: false, nick: bell, channels: ["#ops"]}
                      two: {host: 127.0.0.1, port: %d, tls: false, nick: butler, channels: ["#dev"]}
                """.formatted(FreePort.next(), server.port(), server.port()))
                .load();
        ann.await(":bell!.* JOIN .*#ops");
        ann.says("#ops", "!ping").await(":bell!.* PRIVMSG #ops :ann: pong");
        eventually(() -> state().contains("in #dev"));
        ann.says("#dev", "!ping").await(":butler!.* PRIVMSG #dev :ann: pong");
        ann.says("butler", "!ping").await(":butler!.* PRIVMSG ann :pong");
        assertThat(state()).containsPattern("away: waiting to connect again");
    }

    @Test
    void takesAnotherNickWhileItsOwnIsTaken() {
        try (var squatter = Someone.called("bell", server.port())) {
            ann = Someone.called("ann", server.port(), "#ops");
            bot = TestBot.with().configuration(configuration("")).load();
            ann.await(":bell_!.* JOIN .*#ops");
            squatter.send("JOIN #ops").await(" 366 ");
            squatter.send("QUIT");
            ann.await(":bell_!.* NICK .*bell");
        }
        ann.says("#ops", "bell: ping");
        assertThat(ann.hears("#ops")).isEqualTo("ann: pong");
    }

    @Test
    void comesBackWhenTheServerWasAway() throws Exception {
        starts("");
        ann.drop();
        server.kill();
        server.launch();
        ann = Someone.called("ann", server.port(), "#ops");
        eventually(() -> {
            ann.says("#ops", "!ping");
            ann.send("PING :x");
            return ann.until("PONG .*x").stream().anyMatch(line -> line.endsWith("ann: pong"));
        });
    }

    @Test
    void leavesAServerThatHasStoppedAnswering() {
        starts("probe: 1s");
        server.freeze();
        try {
            eventually(() -> state().contains("waiting to connect again"));
        } finally {
            server.thaw();
        }
        ann.await(":bell!.* QUIT");
    }

    @Test
    void speaksTls() {
        ann = Someone.called("ann", server.port(), "#ops");
        var tls = configuration("trust: " + server.certificate())
                .replace("tls: false", "tls: true")
                .replace("port: " + server.port(), "port: " + server.tlsPort())
                .replace("127.0.0.1", "localhost");
        bot = TestBot.with().configuration(tls).load();
        ann.await(":bell!.* JOIN .*#ops");
        ann.says("#ops", "!ping");
        assertThat(ann.hears("#ops")).isEqualTo("ann: pong");
    }

    @Test
    void doesNotTrustJustAnybody() {
        var tls = configuration("")
                .replace("tls: false", "tls: true")
                .replace("port: " + server.port(), "port: " + server.tlsPort());
        bot = TestBot.with().configuration(tls).load();
        eventually(() -> state().contains("nobody who is trusted vouches for the server's certificate"));
    }

    @Test
    void doesNotTakeAServerForAnotherWhoseCertificateItShows() {
        var tls = configuration("trust: " + server.certificate())
                .replace("tls: false", "tls: true")
                .replace("port: " + server.port(), "port: " + server.tlsPort())
                .replace("127.0.0.1", InspIrcd.UNCERTIFIED);
        bot = TestBot.with().configuration(tls).load();
        eventually(() -> state().matches("(?s).*TLS failed: .*" + InspIrcd.UNCERTIFIED + ".*"));
    }

    @Test
    void leavesNothingBehind() {
        starts("");
        bot.unloadsCleanly();
        ann.await(":bell!.* QUIT .*Bellhop rests");
    }

    @Test
    void reloadsAHundredTimesToGone() {
        starts("");
        ann.says("#ops", "!ping").await(":bell!.* PRIVMSG #ops :ann: pong");
        for (int i = 0; i < 100; i++) {
            assertThat(owner("!plugin unload irc")).doesNotContain("stuck");
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("irc-test"));
            owner("!plugin load irc");
        }
        eventually(() -> state().contains(", in #ops"));
        bot.unloadsCleanly();
    }

    @Test
    void doesNothingWithoutANetwork() {
        bot = TestBot.load();
        bot.as("owner").says("!irc").replies("No IRC network is configured. Set plugins.irc.networks.");
        bot.unloadsCleanly();
    }
}
