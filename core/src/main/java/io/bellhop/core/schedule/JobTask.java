package io.bellhop.core.schedule;

import io.bellhop.api.plugin.Missed;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.event.pool.Cut;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolTask;
import io.bellhop.core.event.pool.Run;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What a plugin's job does: on its pool, never beside itself. Safe for use from any thread. */
final class JobTask implements PoolTask {
    private final String name;
    private final Runnable task;
    private final Time time;
    private final PluginPool pool;
    private final Faults faults;
    private final int most;
    private int pending;
    private boolean busy;

    JobTask(String name, Missed missed, Runnable task, Time time, PluginPool pool, Faults faults) {
        this.name = name;
        this.task = task;
        this.time = time;
        this.pool = pool;
        this.faults = faults;
        this.most = missed == Missed.ALL ? Arrears.MOST : 1;
    }

    /** Runs it some times, one after the other, once those that are due already have run. */
    synchronized void fire(int times) {
        pending = Math.min(most, pending + times);
        goOn();
    }

    private synchronized void goOn() {
        if (pending == 0 || busy) {
            return;
        }
        busy = pool.reserve();
        if (busy) {
            pending--;
            pool.run(this);
        } else if (!pool.isClosed()) {
            time.after(PluginScheduler.RETRY, this::goOn);
        }
    }

    private synchronized void end() {
        busy = false;
        goOn();
    }

    @Override
    public void run(Run run) {
        try {
            task.run();
        } catch (Throwable failure) {
            faults.report(pool.owner(), where(), failure);
        } finally {
            end();
        }
    }

    @Override
    public Duration deadline() {
        return PluginScheduler.DEADLINE;
    }

    @Override
    public void cut(Cut why) {
        if (why == Cut.DEADLINE) {
            faults.report(pool.owner(), where(), new TimeoutException("took too long"));
        }
    }

    private String where() {
        return "job " + name;
    }
}
