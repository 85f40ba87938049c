package io.bellhop.core.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the bot end in peace when the system asks the process to, by SIGTERM or Ctrl-C. The process then ends with 0,
 * for it did what it was told, and not with the signal's code.
 */
final class LastCall implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EndSignal called = new EndSignal();
    private volatile EndSignal bot = called;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endAndWait, "last-call");

    private LastCall() {}

    static LastCall open() {
        var call = new LastCall();
        Runtime.getRuntime().addShutdownHook(call.hook);
        return call;
    }

    /** Says whom to tell; at once, if the call has come already. */
    void tell(EndSignal end) {
        bot = end;
        if (called.isGiven()) {
            end.give();
        }
    }

    /** The JVM ends when its hooks do, so this one waits until all that was opened has been closed. */
    private void endAndWait() {
        called.give();
        bot.give();
        try {
            if (ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All has ended. */
    @Override
    public void close() {
        if (!called.isGiven()) {
            forget();
        }
        ended.countDown();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            called.give(); // the call comes at this very moment, and finds that all has ended
        }
    }
}
