package io.bellhop.plugins.irc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.irc.Configured;
import io.bellhop.plugins.irc.config.Flood;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** A network alone, before a server that does as it is told. */
class NetworkTest extends PeerTest {
    private static final String SELF = "bell!bell@a.rather.long.name.of.a.host.test";

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private void connects(Flood flood) {
        connects(flood, System::nanoTime);
    }

    private void connects(Flood flood, LongSupplier nanos) {
        connects(Configured.network(peer.port(), "bell", List.of("#ops"), flood), nanos);
        peer.welcomes("bell", "").joins(SELF, "#ops");
        peer.sends("PING :in").awaits("^PONG :in");
    }

    @Override
    protected CompletionStage<Void> hear(Network from, Heard what) {
        heard.add(what);
        return super.hear(from, what);
    }

    /** Joining takes one, and asking two. */
    private static Flood oneLineAt(Duration interval) {
        return new Flood(4, interval);
    }

    private static Flood unlimited() {
        return new Flood(0, Duration.ofSeconds(1));
    }

    @Test
    void splitsSoThatNobodySeesMoreThan512Bytes() {
        connects(unlimited());
        var text = "\u20ac".repeat(100) + " " + "word ".repeat(200) + "\ud83d\ude00".repeat(300);
        int count = network.send("PRIVMSG", "#ops", List.of(text), false)
                .toCompletableFuture()
                .join();
        var whole = new StringBuilder();
        for (int i = 0; i < count; i++) {
            var line = peer.awaits("^PRIVMSG #ops :");
            assertThat((":" + SELF + " " + line + "\r\n").getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(512);
            assertThat(line).doesNotContain("\ufffd");
            whole.append(line.substring("PRIVMSG #ops :".length()));
        }
        assertThat(whole.toString().replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void keepsTheOrderOfAThousandLinesInABurst() {
        connects(unlimited());
        for (int i = 0; i < 1000; i++) {
            var _ = network.send("PRIVMSG", "#ops", List.of("line " + i), false);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(peer.awaits("^PRIVMSG")).isEqualTo("PRIVMSG #ops :line " + i);
        }
    }

    @Test
    void saysTheProtocolsOwnLinesBeforeWhatWaits() {
        connects(oneLineAt(Duration.ofHours(1)));
        var _ = network.send("PRIVMSG", "#ops", List.of("first"), false);
        var second = network.send("PRIVMSG", "#ops", List.of("second"), false).toCompletableFuture();
        assertThat(peer.awaits("^PRIVMSG")).endsWith("first");
        assertThat(peer.sends("PING :end").next()).isEqualTo("PONG :end");
        assertThat(second).isNotDone();
        peer.drops();
        assertFails(second, "irc.away");
    }

    private static void assertFails(CompletableFuture<Integer> sent, String code) {
        assertThat(sent)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void writesNothingToWhoeverHasTakenTheNickMeanwhile() throws Exception {
        var nanos = new AtomicLong();
        connects(oneLineAt(Duration.ofSeconds(1)), nanos::get);
        peer.sends(":ann!a@host JOIN #ops").sends(":ann!a@host PRIVMSG bell :hello");
        var ann = heard.poll(10, TimeUnit.SECONDS).person();
        var _ = network.send("PRIVMSG", "#ops", List.of("first"), false);
        var secret = network.send("NOTICE", ann, List.of("secret", "and more"), false)
                .toCompletableFuture();
        var last = network.send("PRIVMSG", "#ops", List.of("last"), false);
        assertThat(peer.awaits("^PRIVMSG")).endsWith("first");
        peer.sends(":ann!a@host NICK anna").sends(":eve!e@host JOIN #ops").sends(":eve!e@host NICK ann");
        assertThat(peer.sends("PING :renamed").next()).isEqualTo("PONG :renamed");
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(last.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(peer.next()).isEqualTo("PRIVMSG #ops :last");
        assertFails(secret, "irc.unreachable");
    }

    @Test
    void countsWhatMustBeConfirmedAsSentWhenTheServerHasAnsweredForIt() {
        connects(unlimited());
        var first = network.send("PRIVMSG", "#ops", List.of("first"), true).toCompletableFuture();
        var question = peer.awaits("^PING ");
        var second = network.send("PRIVMSG", "#ops", List.of("second"), true).toCompletableFuture();
        peer.sends(":peer PONG peer :taken-99").sends("PONG :taken-x").sends(":peer PONG peer :");
        peer.sends("PING :seen").awaits("^PONG :seen");
        assertThat(first).isNotDone();
        peer.sends(question.replace("PING ", ":peer PONG peer :"));
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));
        assertThat(second).isNotDone();
        peer.drops();
        assertFails(second, "irc.unreachable");
    }

    @Test
    void holdsNobodyUpWhenTheServerTakesNothing() {
        connects(unlimited());
        CompletableFuture<Integer> last;
        do { // the server reads nothing: its buffers fill, and then ours
            last = network.send("PRIVMSG", "#ops", List.of("x".repeat(400)), false)
                    .toCompletableFuture();
        } while (!last.isCompletedExceptionally());
        assertThat(last)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .withMessageStartingWith("Too much waits to be said on test.")
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        failure -> assertThat(failure.code()).isEqualTo("irc.away"));
    }

    @Test
    void followsPeopleThroughChangesOfNick() throws Exception {
        connects(unlimited());
        peer.sends(":ann!a@host JOIN #ops").sends(":ann!a@host PRIVMSG bell :hello");
        var person = heard.poll(10, TimeUnit.SECONDS).person();
        assertThat(network.find("ann!a@host")).containsSame(person);
        peer.sends(":ann!a@host NICK anna").sends(":bob!b@host NICK ann").sends("PING :end");
        peer.awaits("^PONG :end");
        assertThat(person.source().nick()).isEqualTo("anna");
        assertThat(network.find("ann!a@host")).isEmpty();
        peer.sends(":anna!a@host QUIT :bye").sends("PING :gone").awaits("^PONG :gone");
        assertThat(network.find("anna!a@host")).isEmpty();
    }

    @Test
    void answersWhatAClientAsksOnceInThreeSeconds() {
        var nanos = new AtomicLong();
        connects(unlimited(), nanos::get);
        var question = ":ann!a@host PRIVMSG bell :\u0001VERSION\u0001";
        var answer = "NOTICE ann :\u0001VERSION Bellhop\u0001";
        assertThat(peer.sends(question).next()).isEqualTo(answer);

        nanos.addAndGet(Duration.ofSeconds(3).toNanos() - 1);
        assertThat(peer.sends(question).sends("PING :early").next()).isEqualTo("PONG :early");
        nanos.incrementAndGet();
        assertThat(peer.sends(question).next()).isEqualTo(answer);
        assertThat(peer.sends("PING :end").next()).isEqualTo("PONG :end");
    }

    @Test
    void passesOverWhatClientsAskOtherwise() {
        connects(unlimited());
        for (var question : List.of(
                "", " ", "ACTION !ping", "DCC SEND a.exe 2130706433 80 1", "TIME", "PING", "PING " + "x".repeat(100))) {
            peer.sends(":ann!a@host PRIVMSG bell :\u0001" + question + "\u0001");
        }
        peer.sends(":ann!a@host PRIVMSG #ops :\u0001").sends(":ann!a@host PRIVMSG bell :\u0001PING a\rQUIT");
        assertThat(peer.next()).isEqualTo("NOTICE ann :\u0001PING a QUIT\u0001");
        assertThat(peer.sends("PING :end").next()).isEqualTo("PONG :end");
        assertThat(heard).isEmpty();
    }

    @Test
    void hearsBytesThatAreNoTextAsMarks() throws Exception {
        connects(unlimited());
        peer.sendsBytes(":ann!a@host PRIVMSG #ops :caf\u00e9 noir\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(heard.poll(10, TimeUnit.SECONDS).text()).isEqualTo("caf\ufffd noir");
    }

    @Test
    void takesTheLinesOfACodeBlockForOneMessage() throws Exception {
        connects(unlimited());
        peer.sends(":ann!a@host PRIVMSG #ops :!run ```js").sends(":ann!a@host PRIVMSG #ops :1;");
        peer.sends(":ann!a@host PRIVMSG #ops :```");
        assertThat(heard.poll(10, TimeUnit.SECONDS).text()).isEqualTo("!run ```js\n1;\n```");
    }

    @Test
    void opensACodeBlockAlsoWhereAClientEndsItsFenceByAFormattingMark() throws Exception {
        connects(unlimited());
        peer.sends(":ann!a@host PRIVMSG #ops :!run ```js\u000f").sends(":ann!a@host PRIVMSG #ops :\u0002```\u0002");
        assertThat(heard.poll(10, TimeUnit.SECONDS).text()).isEqualTo("!run ```js\n```");
    }

    @Test
    void refusesWhatIsSaidWhileItIsAway() throws InterruptedException {
        connects(unlimited());
        network.stop();
        assertThat(network.send("PRIVMSG", "#ops", List.of("x"), false).toCompletableFuture())
                .isCompletedExceptionally();
        NetworkThreads.end();
    }
}
