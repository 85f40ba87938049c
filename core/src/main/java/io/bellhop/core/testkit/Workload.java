package io.bellhop.core.testkit;

import io.bellhop.core.event.PluginPool;
import io.bellhop.core.event.Pools;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What the pools of a bot have to do, waited for. */
record Workload(Pools pools, Duration patience) {
    /** Fires a timer, and waits until the pools have done what it brought. */
    void fire(Runnable timer) {
        int before = count();
        timer.run();
        await(before);
    }

    /** Waits until nothing is left to do. */
    void awaitNone() {
        await(0);
    }

    private void await(int most) {
        long until = System.nanoTime() + patience.toNanos();
        while (count() > most && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000);
        }
    }

    private int count() {
        return pools.open().stream().mapToInt(PluginPool::taken).sum();
    }
}
