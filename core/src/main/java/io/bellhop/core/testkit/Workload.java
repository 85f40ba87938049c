package io.bellhop.core.testkit;

import io.bellhop.core.app.Bot;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.Pools;
import io.bellhop.core.journal.Journal;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What a bot has to do, waited for. */
record Workload(Pools pools, Journal journal, Duration patience) {
    static Workload of(Bot bot, Duration patience) {
        return new Workload(bot.part(Pools.class), bot.part(Journal.class), patience);
    }

    /** Fires a timer, and waits until the pools have done what it brought. */
    void fire(Runnable timer) {
        int before = taken();
        timer.run();
        await(() -> taken() <= before);
    }

    /** Waits until nothing is left to do, to write or to send. */
    void awaitNone() {
        await(() -> taken() == 0 && !journal.isBusy());
    }

    private void await(BooleanSupplier done) {
        long until = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000);
        }
    }

    private int taken() {
        return pools.open().stream().mapToInt(PluginPool::taken).sum();
    }
}
