package io.bellhop.core.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;

/** The wish that the bot should end. Safe for use from any thread. */
@Singleton
final class EndSignal {
    private final CountDownLatch wish = new CountDownLatch(1);

    @Inject
    EndSignal() {}

    /** Wishes it, and returns at once. */
    void give() {
        wish.countDown();
    }

    /** Tells whether someone has wished it. */
    boolean isGiven() {
        return wish.getCount() == 0;
    }

    /** Waits until someone wishes it. */
    void await() throws InterruptedException {
        wish.await();
    }
}
