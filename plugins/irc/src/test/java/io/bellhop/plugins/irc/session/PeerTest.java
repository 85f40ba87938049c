package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.server.Peer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** What tests need that let a network connect to a server that does as it is told. */
@Timeout(120)
public abstract class PeerTest {
    protected final Peer peer = new Peer();

    @SuppressWarnings("NullAway.Init") // each test starts its own
    protected Network network;

    @AfterEach
    void stop() {
        network.stop();
        peer.close();
    }

    protected final void connects(NetworkConfig config, LongSupplier nanos) {
        network = new Network("test", config, this::hear, new Random(1), nanos);
        network.start();
    }

    protected CompletionStage<Void> hear(Network from, Heard what) {
        return CompletableFuture.completedStage(null);
    }
}
