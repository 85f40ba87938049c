package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plugins do what they like when they hear of an answer. */
class BlockingListenerTest extends ConnectedTest {
    private static final int MANY = 20;

    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void release() {
        release.countDown();
    }

    @Test
    void othersAreAnsweredThoughManyBlock() throws Exception {
        var blocking = new CountDownLatch(MANY);
        for (int i = 0; i < MANY; i++) {
            Thread.startVirtualThread(() -> {
                var _ = connector.say(LOBBY, Content.of("x")).thenAccept(receipt -> block(blocking));
            });
        }
        blocking.await();
        assertThat(now(connector.say(LOBBY, Content.of("y"))).messages()).hasSize(1);
    }

    private void block(CountDownLatch blocking) {
        blocking.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
