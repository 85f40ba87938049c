package io.bellhop.plugins.irc.link;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Serves so many at a time, each on a thread of their own: most of it is waiting for them, and who is slow holds up
 * nobody else. Whoever comes when it is full is sent away.
 */
final class Visitors implements Executor {
    static final int MOST = 64;

    private final Semaphore places = new Semaphore(MOST);

    @Override
    public void execute(Runnable request) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("too many fetch files"); // the server closes the connection
        }
        Thread.ofVirtual().name("irc-links").start(() -> serve(request));
    }

    private void serve(Runnable request) {
        try {
            request.run();
        } finally {
            places.release();
        }
    }
}
