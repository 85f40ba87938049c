package io.bellhop.core.journal;

import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread from which one connector's replies are sent, in order: so that a connector that blocks holds up nobody
 * else's.
 */
final class SendingThread {
    private static final Logger log = LoggerFactory.getLogger(SendingThread.class);

    private final Thread thread;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean closed;

    /** It is often a plugin's thread that needs it first: were it in that plugin's group, it would end with it. */
    SendingThread(String connector, ThreadGroup group) {
        thread = Thread.ofPlatform()
                .group(group)
                .name("outbox-" + connector)
                .daemon()
                .unstarted(this::run);
        // made on behalf of a plugin's connector it would else hold on to that plugin's classes
        thread.setContextClassLoader(SendingThread.class.getClassLoader());
        thread.start();
    }

    synchronized void add(Runnable task) {
        waiting.add(task);
        if (waiting.size() == 1) {
            notifyAll();
        }
    }

    /** Ends it; what waits stays in the journal. */
    synchronized void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                run(take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            log.error("what was to be sent by {} was not", thread.getName(), bug); // the next still is
        }
    }

    private synchronized Runnable take() throws InterruptedException {
        while (waiting.isEmpty() || closed) {
            wait();
        }
        return waiting.remove();
    }
}
