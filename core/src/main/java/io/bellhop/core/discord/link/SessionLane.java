package io.bellhop.core.discord.link;

import java.time.Duration;
import java.util.ArrayDeque;
import net.dv8tion.jda.api.utils.SessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions that must begin one after the other, with a pause between them. Its thread lives while some wait. */
final class SessionLane {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLane.class);

    private final String name;
    private final Duration pause;
    private final Begin begin;
    private final ArrayDeque<SessionController.SessionConnectNode> waiting = new ArrayDeque<>();
    private @Nullable Thread thread;
    private boolean isClosed;
    private long latest = Long.MIN_VALUE;

    /** Begins a session, and returns when it has begun. */
    interface Begin {
        void begin(SessionController.SessionConnectNode node) throws InterruptedException;
    }

    SessionLane(String name, Duration pause, Begin begin) {
        this.name = name;
        this.pause = pause;
        this.begin = begin;
    }

    synchronized void add(SessionController.SessionConnectNode node) {
        waiting.add(node);
        if (thread == null && !isClosed) {
            thread = Thread.ofPlatform().daemon().name(name).start(this::run);
        }
    }

    synchronized void remove(SessionController.SessionConnectNode node) {
        waiting.remove(node);
    }

    synchronized void close() {
        isClosed = true;
        waiting.clear();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            for (var node = next(); node != null; node = next()) {
                sleepUntilDue();
                begin.begin(node);
                latest = System.nanoTime();
            }
        } catch (InterruptedException e) {
            LOG.debug("No session begins in {} any more", name);
        }
    }

    private synchronized SessionController.@Nullable SessionConnectNode next() {
        var node = waiting.poll();
        if (node == null) {
            thread = null;
        }
        return node;
    }

    private void sleepUntilDue() throws InterruptedException {
        if (latest != Long.MIN_VALUE) {
            var due = latest + pause.toNanos();
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
    }
}
