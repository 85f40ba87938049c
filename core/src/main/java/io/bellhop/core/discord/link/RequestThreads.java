package io.bellhop.core.discord.link;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads that make requests. Four gave the best throughput over 32 channels; more only wait for the same sockets.
 * But a thread also waits as long as Discord is slow, or a plugin's file that is read while it is sent: while all of
 * them do there are more, so that others need not wait for that too.
 */
final class RequestThreads extends ThreadPoolExecutor {
    static final int USUAL = 4;

    private static final int MOST = 64;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ScheduledExecutorService clock;
    private final AtomicBoolean isWatched = new AtomicBoolean();

    RequestThreads(ThreadFactory threads, ScheduledExecutorService clock) {
        super(USUAL, MOST, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), threads);
        this.clock = clock;
    }

    @Override
    public void execute(Runnable request) {
        super.execute(request);
        watch();
    }

    private void watch() {
        var waiting = getQueue().peek();
        if (waiting != null && isWatched.compareAndSet(false, true)) {
            lookAgain(waiting);
        }
    }

    private void lookAgain(Runnable waiting) {
        var _ = clock.schedule(() -> look(waiting), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Runnable waited) {
        var waiting = getQueue().peek();
        if (waiting == null) {
            setCorePoolSize(USUAL); // those beyond end when they have nothing to do
            isWatched.set(false);
            watch(); // for what came meanwhile
            return;
        }
        if (waiting.equals(waited)) {
            setCorePoolSize(Math.min(MOST, getPoolSize() + USUAL));
        }
        lookAgain(waiting);
    }
}
