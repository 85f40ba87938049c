package io.bellhop.core.event.pool;

import org.jspecify.annotations.Nullable;

/** One thread's life in a pool: takes tasks until there are none for a while, the pool closes, or it was demoted. */
final class Worker extends Thread {
    private final PluginPool pool;
    private final DeadlineWatch watch;
    private volatile @Nullable Run current;

    Worker(PluginPool pool, DeadlineWatch watch, ThreadGroup group, String name) {
        super(group, null, name, 0, false);
        this.pool = pool;
        this.watch = watch;
    }

    /** Returns what runs now. */
    @Nullable
    Run current() {
        return current;
    }

    /** Tells whether the caller is a thread of this pool that takes a task in a moment. */
    static boolean isAboutToTake(PluginPool pool) {
        if (Thread.currentThread() instanceof Worker worker && worker.pool == pool) {
            var run = worker.current;
            return run != null && run.isReturning();
        }
        return false;
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
        var run = new Run(this, task, watch.nanos());
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
