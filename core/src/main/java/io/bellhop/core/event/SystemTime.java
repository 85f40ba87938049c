package io.bellhop.core.event;

import io.bellhop.api.plugin.Registration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's time. */
@Singleton
public final class SystemTime implements Time, AutoCloseable {
    private final Clock clock = Clock.systemUTC();
    private final ScheduledThreadPoolExecutor timers;

    @Inject
    public SystemTime() {
        timers = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timer").daemon().factory());
        timers.setRemoveOnCancelPolicy(true);
        // started by whoever needs it first, it would belong to a plugin's thread group, and be interrupted with it
        timers.prestartCoreThread();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        // on a thread of its own, so that one that waits for a slow terminal or platform holds up no other
        Runnable fire = () -> Thread.ofVirtual().name("timer-task").start(task);
        var timer = timers.schedule(fire, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public void close() {
        timers.shutdownNow();
    }
}
