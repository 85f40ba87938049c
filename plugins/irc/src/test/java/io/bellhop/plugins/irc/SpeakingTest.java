package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.irc.server.Peer;
import io.bellhop.plugins.irc.session.Network;
import io.bellhop.plugins.irc.show.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What tests need to let the bot speak before a server that does as it is told. */
@Timeout(120)
abstract class SpeakingTest {
    static final ChannelId OPS = Ids.channel("test", "#ops");
    static final ChannelId ANN = Ids.direct("test", "ann!a@host");
    static final MessageId ASKED = new MessageId(OPS, "1-ann");

    final Peer peer = new Peer();

    @SuppressWarnings("NullAway.Init") // each test starts its own
    Network network;

    @AfterEach
    void stop() {
        network.stop();
        peer.close();
    }

    final Mouth speaks(Executor pool, Rests rests) {
        network = new Network(
                "test",
                Configured.network(peer.port(), "bell"),
                (_, _) -> CompletableFuture.completedStage(null),
                new Random(1),
                System::nanoTime);
        network.start();
        peer.welcomes("bell", "").joins("bell!bell@host", "#ops");
        peer.sends(":ann!a@host JOIN #ops").sends("PING :in").awaits("^PONG :in");
        return new Mouth(network, new MessageIds(InstantSource.system()), new Files(Optional.empty()), rests, pool);
    }

    static void assertFails(CompletionStage<Receipt> sent, String code) {
        assertThat(sent.toCompletableFuture())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
