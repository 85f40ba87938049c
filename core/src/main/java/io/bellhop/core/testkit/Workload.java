package io.bellhop.core.testkit;

import io.bellhop.core.event.PluginPool;
import io.bellhop.core.event.Pools;
import io.bellhop.core.journal.Journal;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What a bot has to do, waited for. */
record Workload(Pools pools, Journal journal, Duration patience) {
    /** Fires a timer, and waits until what it brought is done. */
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
        while ((count() > most || journal.isBusy()) && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000);
        }
    }

    private int count() {
        return pools.open().stream().mapToInt(PluginPool::taken).sum();
    }
}
