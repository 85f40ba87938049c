package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.irc.server.Peer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole bot before a server that means no good. */
@Timeout(120)
class BadInputTest {
    private static final String ASKS = ":ann!a@host PRIVMSG #ops :!ping";
    private static final String ANSWER = "PRIVMSG #ops :ann: pong";

    private final Peer peer = new Peer();

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private TestBot bot;

    @AfterEach
    void stop() {
        peer.drops();
        peer.close();
        if (bot != null) {
            bot.close();
        }
    }

    private void starts(String capabilities, String more) {
        bot = TestBot.with()
                .configuration("""
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
                """.formatted(peer.port(), more.indent(8)))
                .load();
        peer.welcomes("bell", capabilities).joins("bell!bell@host", "#ops");
    }

    private void answers() {
        peer.sends(ASKS);
        assertThat(peer.awaits("^PRIVMSG ")).isEqualTo(ANSWER);
    }

    @Test
    void passesOverLinesThatAreNone() {
        starts("", "");
        for (var line : new String[] {
            "",
            " ",
            ":",
            "@",
            "@a=b",
            ":x",
            ": ",
            "@;;=; :x",
            "PRIVMSG",
            ":ann PRIVMSG",
            ":ann!a@h PRIVMSG #ops",
            "MODE",
            "JOIN",
            ":ann!a@h JOIN",
            ":ann!a@h NICK",
            "KICK",
            "354",
            "352 a",
            "005",
            "CAP",
            "CAP * ACK",
            "CAP * LS",
            "ACCOUNT",
            "CHGHOST",
            "PING",
            "PONG",
            "433",
            "AUTHENTICATE",
            ":peer SOMETHING new",
            ":peer 999 bell :something new",
            ":\u0000 \u0001 \u0002",
            "\t\t\t"
        }) {
            peer.sends(line);
        }
        answers();
    }

    @Test
    void leavesOutLinesThatAreTooLong() {
        starts("", "");
        peer.sends(":ann!a@host PRIVMSG #ops :!ping " + "x".repeat(100_000));
        peer.sends("x".repeat(20_000));
        answers();
    }

    @Test
    void takesBytesThatAreNoTextForMarks() {
        starts("", "");
        peer.sendsBytes(":ann!a@host PRIVMSG #ops :!\u00ff\u00fe\r\n".getBytes(StandardCharsets.ISO_8859_1));
        answers();
    }

    @Test
    void isNotTakenInByAServersNameOrItsOwn() {
        starts("", "");
        peer.sends(":peer PRIVMSG #ops :!ping").sends(":bell!bell@host PRIVMSG #ops :!ping");
        peer.sends(":BELL!bell@host PRIVMSG #ops :!ping").sends(":ann!a@host PRIVMSG #elsewhere,#ops :!ping");
        peer.sends(":ann!a@host PRIVMSG @#ops :!ping");
        answers();
        peer.sends("PING :end").awaits("^PONG :end$");
    }

    @Test
    void neverSaysASecondCommand() {
        starts("", "");
        peer.sends(":ann!a@host PRIVMSG #ops :!no\u0001such\u0003\u202ecommand\u200b");
        var said = peer.awaits("^PRIVMSG ");
        assertThat(said.chars()).noneMatch(c -> c < ' ' && c != 2);
        assertThat(said).doesNotContain("\u202e", "\u200b");
        answers();
    }

    @Test
    void callsNobodyByCharactersThatPassUnseen() {
        starts("", "");
        peer.sends(":a\u0002n\u202en!a@host PRIVMSG #ops :!ping");
        assertThat(peer.awaits("^PRIVMSG ")).isEqualTo("PRIVMSG #ops :a\u2402n\ufffdn: pong");
    }

    @Test
    void callsNobodyByANickThatAnotherBotTakesForACommand() {
        starts("", "");
        peer.sends(":`op!a@host PRIVMSG #ops :!ping mallory");
        assertThat(peer.awaits("^PRIVMSG ")).isEqualTo("PRIVMSG #ops :| `op: pong mallory");
    }

    @Test
    void keepsItsHeadInAFlood() {
        starts("", "flood: {burst: 0}");
        for (int i = 0; i < 20_000; i++) {
            peer.sends(":n" + i + "!u@h JOIN #ops");
        }
        for (int i = 0; i < 2_000; i++) {
            peer.sends(":n" + i + "!u@h PRIVMSG #ops :no command");
        }
        answers();
        assertThat(peer.sends("PING :end").awaits("^PONG ")).isEqualTo("PONG :end");
    }

    @Test
    void comesAgainWhenItIsCutOffInTheMiddleOfALine() {
        starts("", "");
        peer.sendsBytes(":ann!a@host PRIVM".getBytes(StandardCharsets.UTF_8));
        peer.drops();
        peer.welcomes("bell", "").joins("bell!bell@host", "#ops");
        answers();
    }

    @Test
    void believesAccountsOnlyFromTheServer() {
        starts("account-tag message-tags", "");
        peer.sends(":peer 354 bell 27 #ops a host ann H* root");
        peer.sends("@+account=root;x/account=root " + ":ann!a@host PRIVMSG #ops :!irc");
        assertThat(peer.awaits("^PRIVMSG ")).contains("access.rank");
        peer.sends("@account=ro!ot@x :ann!a@host PRIVMSG #ops :!irc");
        assertThat(peer.awaits("^PRIVMSG ")).contains("access.rank");
        peer.sends("@account=root :ann!a@host PRIVMSG #ops :!irc");
        assertThat(peer.awaits("^PRIVMSG ")).contains("connected as bell");
        peer.sends(":peer CAP bell DEL :account-tag");
        peer.sends("@account=root :ann!a@host PRIVMSG #ops :!irc");
        assertThat(peer.awaits("^PRIVMSG ")).contains("access.rank");
    }

    @Test
    void waitsBetweenLinesWhereTheNetworkWantsIt() {
        starts("", "flood: {burst: 5, interval: 10m}"); // of which joining takes one, and asking two
        peer.sends(ASKS).sends(ASKS).sends(ASKS);
        assertThat(peer.awaits("^PRIVMSG ")).isEqualTo(ANSWER);
        assertThat(peer.awaits("^PRIVMSG ")).isEqualTo(ANSWER);
        peer.sends("PING :end");
        assertThat(peer.next()).isEqualTo("PONG :end");
    }

    @Test
    void asksForCapabilitiesThatMakePeopleKnown() {
        starts(
                "account-notify account-tag chghost extended-join message-tags multi-prefix sts=port=6697 sasl=PLAIN",
                "");
        answers();
    }
}
