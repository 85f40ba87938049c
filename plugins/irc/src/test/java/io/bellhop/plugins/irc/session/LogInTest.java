package io.bellhop.plugins.irc.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.Configured;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a network does that is not let in, before a server that does as it is told. */
class LogInTest extends PeerTest {
    private void logsIn() {
        connects(Configured.loggedIn(peer.port(), "bell", "bot"), System::nanoTime);
    }

    private void offersLogIn() {
        peer.accepts().awaits("^USER ");
        peer.sends(":peer CAP * LS :sasl").awaits("^CAP REQ ");
        peer.sends(":peer CAP bell ACK :sasl").awaits("^AUTHENTICATE PLAIN");
        peer.sends("AUTHENTICATE +").awaits("^AUTHENTICATE ");
    }

    private void awaitState(String beginning) {
        while (!network.state().startsWith(beginning)) {
            Thread.onSpinWait(); // ends with the test's own time limit
        }
    }

    @Test
    void asksAgainLaterWhereTheServicesAreDown() {
        logsIn();
        peer.accepts().awaits("^USER ");
        peer.sends(":peer CAP * LS :multi-prefix").awaits("^CAP REQ ");
        peer.sends(":peer CAP bell ACK :multi-prefix").awaits("^CAP END");
        peer.sends(":peer 001 bell :Welcome");
        awaitState("waiting to connect again: the server offers no log-in by SASL");
    }

    @Test
    void asksAgainLaterIfAPasswordIsRefusedThatWasRightBefore() {
        logsIn();
        offersLogIn();
        peer.sends(":peer 903 bell :in").awaits("^CAP END");
        peer.sends(":peer 001 bell :Welcome").sends("PING :in").awaits("^PONG :in");
        peer.drops();
        offersLogIn();
        peer.sends(":peer 904 bell :SASL authentication failed");
        awaitState("waiting to connect again: the log-in to the account bot failed");
    }

    @Test
    void saysWhatIsLongInPartsOfWhichTheLastIsShorter() {
        for (int length : List.of(145, 150)) { // of which the first fills a part to the last character
            var account = "b".repeat(length);
            connects(Configured.loggedIn(peer.port(), "bell", account), System::nanoTime);
            peer.accepts().awaits("^USER ");
            peer.sends(":peer CAP * LS :sasl").awaits("^CAP REQ ");
            peer.sends(":peer CAP bell ACK :sasl").awaits("^AUTHENTICATE PLAIN");
            peer.sends("AUTHENTICATE +");
            var whole = Base64.getEncoder().encodeToString((account + "\0" + account + "\0hunter2").getBytes(UTF_8));
            var rest = whole.substring(400);
            assertThat(peer.next()).isEqualTo("AUTHENTICATE " + whole.substring(0, 400));
            assertThat(peer.next()).isEqualTo("AUTHENTICATE " + (rest.isEmpty() ? "+" : rest));
            network.stop();
        }
    }

    @Test
    void stopsIfThePasswordWasNeverRight() {
        logsIn();
        offersLogIn();
        peer.sends(":peer 904 bell :SASL authentication failed");
        awaitState("stopped: the log-in to the account bot failed");
    }

    @Test
    void asksAgainLaterWhileAllNicksAreTaken() {
        connects(Configured.network(peer.port(), "bell"), System::nanoTime);
        peer.accepts().awaits("^USER ");
        for (int i = 0; i < 9; i++) {
            peer.sends(":peer 433 * bell :taken");
        }
        awaitState("waiting to connect again: all nicks like bell are taken");
    }
}
