package io.bellhop.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConnectorsForPluginsTest {
    private static final ChannelId LOBBY = new ChannelId("pigeon", "lobby");
    private static final Content HELLO = Content.of("hello");
    private static final Receipt RECEIPT = Receipt.of(new MessageId(LOBBY, "1"));

    private final CompletableFuture<Receipt> sending = new CompletableFuture<>();

    /** A connector that says one thing, and has no history. */
    private final Connector pigeon = (Connector) Proxy.newProxyInstance(
            Connector.class.getClassLoader(),
            new Class<?>[] {Connector.class},
            (_, method, _) -> switch (method.getName()) {
                case "id" -> "pigeon";
                case "say" -> sending;
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private Connector seen() {
        var register = new ConnectorRegister();
        register.add(pigeon);
        return new ConnectorsForPlugins(register).find("pigeon").orElseThrow();
    }

    @Test
    void runWhatAPluginDoesNextOnNoThreadThatSends() {
        var next = new CompletableFuture<Thread>();
        var _ = seen().say(LOBBY, HELLO).thenAccept(_ -> next.complete(Thread.currentThread()));
        sending.complete(RECEIPT);
        assertThat(next).succeedsWithin(Duration.ofSeconds(60)).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void tellWhatHasBeenSentAlreadyAtOnce() {
        sending.complete(RECEIPT);
        assertThat(seen().say(LOBBY, HELLO).toCompletableFuture()).isCompletedWithValue(RECEIPT);
    }

    @Test
    void tellHowAConnectorFails() {
        var sent = seen().say(LOBBY, HELLO).toCompletableFuture();
        sending.completeExceptionally(new IllegalStateException("no wind"));
        assertThat(sent).failsWithin(Duration.ofSeconds(60)).withThrowableThat().withMessageContaining("no wind");
        assertThatThrownBy(() -> seen().history(LOBBY, 1)).isInstanceOf(UnsupportedOperationException.class);
    }
}
