package io.bellhop.plugins.irc.session;

import io.bellhop.core.testkit.connector.Relay;
import io.bellhop.core.testkit.connector.Trouble;
import io.bellhop.plugins.irc.Configured;
import io.bellhop.plugins.irc.server.InspIrcd;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server that takes nothing any more: the buffers on the way to it are full, and a write waits for good. */
@Timeout(60)
class StalledServerTest {
    private static final long WHILE_NANOS = 200_000_000;

    private static InspIrcd server;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private Relay relay;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private Network network;

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

    @AfterEach
    void stop() throws IOException {
        relay.close();
        network.stop();
    }

    private void stalls(boolean tls) throws IOException {
        relay = Relay.to(tls ? server.tlsPort() : server.port());
        var certificate = tls ? Optional.of(server.certificate().toString()) : Optional.<String>empty();
        network = new Network(
                "test",
                Configured.probed(relay.port(), "bell", certificate),
                (_, _) -> CompletableFuture.completedStage(null),
                new Random(1),
                System::nanoTime);
        network.start();
        await(() -> network.isIn("#ops"));
        relay.begin(Trouble.STALLED);
        do {
            await(() -> !isTaken());
            LockSupport.parkNanos(WHILE_NANOS); // it may only have been faster than the thread that writes
        } while (isTaken());
    }

    private boolean isTaken() {
        return !network.send("PRIVMSG", "#ops", List.of("x".repeat(400)), false)
                .toCompletableFuture()
                .isCompletedExceptionally();
    }

    /** Ends with the test's own time limit. */
    private static void await(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest(name = "over TLS: {0}")
    @ValueSource(booleans = {false, true})
    void isConnectedToAgain(boolean tls) throws IOException {
        stalls(tls);
        await(() -> relay.connections() > 1);
    }

    @ParameterizedTest(name = "over TLS: {0}")
    @ValueSource(booleans = {false, true})
    void isLetGoOfWithAllThreads(boolean tls) throws IOException, InterruptedException {
        stalls(tls);
        network.stop();
        NetworkThreads.end();
    }
}
