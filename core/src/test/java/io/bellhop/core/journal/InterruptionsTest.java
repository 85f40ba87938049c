package io.bellhop.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.AuditTrail;
import io.bellhop.core.audit.Deed;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InterruptionsTest {
    private static final ChannelId LOBBY = new ChannelId("test", "lobby");

    private final VirtualTime time = new VirtualTime();
    private final ConnectorRegister connectors = new ConnectorRegister();
    private final List<Deed> deeds = new ArrayList<>();
    private final CompletableFuture<Optional<Channel>> answer = new CompletableFuture<>();

    @Test
    void waitForThePlatformToSayWhichSpaceItWas() {
        record();
        assertThat(deeds).isEmpty();
        answer.complete(Optional.of(FakeConnector.channel(LOBBY)));
        assertThat(space()).contains("space");
        time.advance(Duration.ofSeconds(10));
        assertThat(deeds).hasSize(1);
    }

    @Test
    void areTakenDownWithoutASpaceIfThatTakesTooLong() {
        record();
        time.advance(Duration.ofSeconds(10));
        assertThat(space()).isEmpty();
    }

    @Test
    void areTakenDownWithoutASpaceIfThePlatformFails() {
        answer.completeExceptionally(new IllegalStateException("away"));
        record();
        assertThat(space()).isEmpty();
    }

    @Test
    void takeNoOtherChannelForTheirs() {
        answer.complete(Optional.of(FakeConnector.channel(new ChannelId("test", "annex/lobby"))));
        record();
        assertThat(space()).isEmpty();
    }

    @Test
    void areTakenDownWithoutASpaceIfThePlatformIsNotThere() {
        interruptions().record(asked());
        assertThat(space()).isEmpty();
    }

    private void record() {
        connectors.add(platform());
        interruptions().record(asked());
    }

    private Optional<String> space() {
        assertThat(deeds).hasSize(1);
        return deeds.getFirst()
                .channel()
                .flatMap(Channel::space)
                .map(space -> space.id().id());
    }

    /** Knows its name and answers what it is asked about channels. */
    private Connector platform() {
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(),
                new Class<?>[] {Connector.class},
                (proxy, method, arguments) -> method.getName().equals("id") ? "test" : answer);
    }

    private Interruptions interruptions() {
        return new Interruptions(
                connectors,
                new AuditTrail() {
                    @Override
                    public void record(Deed deed) {
                        deeds.add(deed);
                    }

                    @Override
                    public boolean isFailing() {
                        return false;
                    }
                },
                time);
    }

    private static Asked asked() {
        return new Asked(
                "ref",
                new UserId("test", "ann"),
                new MessageId(LOBBY, "1"),
                false,
                "trial",
                "pay",
                "pay bob",
                0,
                Instant.EPOCH);
    }
}
