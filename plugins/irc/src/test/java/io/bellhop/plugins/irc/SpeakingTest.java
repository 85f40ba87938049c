package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.irc.session.PeerTest;
import io.bellhop.plugins.irc.show.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What tests need to let the bot speak before a server that does as it is told. */
abstract class SpeakingTest extends PeerTest {
    static final ChannelId OPS = Ids.channel("test", "#ops");
    static final ChannelId ANN = Ids.direct("test", "ann!a@host");
    static final MessageId ASKED = new MessageId(OPS, "1-ann");

    final Mouth speaks(Executor pool, Rests rests) {
        connects(Configured.network(peer.port(), "bell"), System::nanoTime);
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
