package io.bellhop.core.event.pool;

import org.jspecify.annotations.Nullable;

/** One thread's life in a pool: takes tasks until there are none for a while, the pool closes, or it was demoted. */
final class Worker implements Runnable {
    private final PluginPool pool;
    private final DeadlineWatch watch;
    private volatile @Nullable Run current;

    Worker(PluginPool pool, DeadlineWatch watch) {
        this.pool = pool;
        this.watch = watch;
    }

    /** Returns what runs now. */
    @Nullable
    Run current() {
        return current;
    }

    @Override
    public void run() {
        Demotion.enrol();
        try {
            boolean fit = true;
            while (fit) {
                fit = performNext();
            }
        } finally {
            Demotion.withdraw();
            pool.left(this);
        }
    }

    /**
     * In a method of its own: a variable of the loop would hold on to the last task, and to its plugin, in every wait.
     */
    private boolean performNext() {
        var task = pool.take();
        return task != null && perform(task);
    }

    private boolean perform(PoolTask task) {
        var run = new Run(Thread.currentThread(), task, watch.nanos());
        current = run;
        watch.arm();
        try {
            if (pool.isClosed()) {
                run.cut(Cut.UNLOAD);
            } else {
                task.run(run);
            }
        } finally {
            run.end();
            current = null;
            pool.release();
        }
        return !run.demoted();
    }
}
