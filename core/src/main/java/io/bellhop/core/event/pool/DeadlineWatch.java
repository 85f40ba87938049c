package io.bellhop.core.event.pool;

import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Interrupts what outlives its deadline, demotes what ignores that for a second, and sees to it that nothing waits for
 * a thread that does not come. Looks at all pools ten times a second while anything runs: a timer for each task would
 * cost more than the task.
 */
@Singleton
public final class DeadlineWatch {
    static final Duration INTERVAL = Duration.ofMillis(100);
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Time time;
    private final Set<PluginPool> pools = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean armed = new AtomicBoolean();

    @Inject
    public DeadlineWatch(Time time) {
        this.time = time;
    }

    long nanos() {
        return time.nanos();
    }

    void add(PluginPool pool) {
        pools.add(pool);
    }

    /** Returns the pools that are not yet closed for good. */
    Set<PluginPool> pools() {
        return pools;
    }

    void remove(PluginPool pool) {
        pools.remove(pool);
    }

    /** Called whenever a task begins: looks again soon, if that is not planned already. */
    void arm() {
        if (!armed.getPlain() && armed.compareAndSet(false, true)) {
            time.after(INTERVAL, this::look);
        }
    }

    private void look() {
        armed.set(false);
        long now = time.nanos();
        boolean busy = false;
        for (var pool : pools) {
            for (var run : pool.running()) {
                busy = true;
                check(run, now);
            }
            pool.rouse();
        }
        if (busy) {
            arm();
        }
    }

    private static void check(Run run, long now) {
        long overdue = run.overdue(now);
        if (overdue < 0 || run.cut(Cut.DEADLINE)) {
            return;
        }
        if (overdue >= PATIENCE.toNanos()) {
            run.demote();
        }
    }
}
