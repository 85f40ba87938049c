package io.bellhop.core.event.pool;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One plugin's threads: platform threads, started as they are needed, bounded in number and in what may wait for them,
 * and gone with the plugin. A place is reserved first, so that admission knows at once whether there is room. A thread
 * group of its own tells which other threads the plugin's code has started. Safe for use from any thread.
 */
public final class PluginPool implements Executor {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    static {
        // the one thread for all timeouts of CompletableFuture: begun by a plugin, it would be that plugin's for ever
        CompletableFuture.delayedExecutor(0, TimeUnit.NANOSECONDS).execute(() -> {});
    }

    private final String owner;
    private final ClassLoader loader;
    private final PoolOptions options;
    private final DeadlineWatch watch;
    private final ThreadGroup group;
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    private final Arrivals arrivals = new Arrivals();
    private final AtomicInteger places = new AtomicInteger();
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicInteger named = new AtomicInteger();
    private final AtomicInteger drops = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private volatile boolean closed;

    PluginPool(String owner, ClassLoader loader, PoolOptions options, DeadlineWatch watch) {
        this.owner = owner;
        this.loader = loader;
        this.options = options;
        this.watch = watch;
        this.group = new ThreadGroup(owner);
        watch.add(this);
    }

    /**
     * Returns whose threads these are.
     *
     * @return the plugin's id
     */
    public String owner() {
        return owner;
    }

    /**
     * Takes a place for a task, to be filled by {@link #run} or given back by {@link #release}.
     *
     * @return false if all are taken or the pool is closed; counted as refused
     */
    public boolean reserve() {
        if (!closed) {
            if (places.incrementAndGet() <= options.threads() + options.queue()) {
                return true;
            }
            places.decrementAndGet();
        }
        refused.increment();
        return false;
    }

    /** Gives a reserved place back. */
    public void release() {
        places.decrementAndGet();
    }

    /**
     * Runs a task in a place that was reserved. If the pool is closed before the task has a thread, the task is cut.
     *
     * @param task the task
     */
    public void run(PoolTask task) {
        boolean isTaken = Worker.isAboutToTake(this);
        arrivals.add(task, !isTaken);
        if (closed) {
            dropWaiting();
        } else if (!isTaken && arrivals.isMore()) {
            startThread();
        }
    }

    /**
     * Runs something on this pool under a deadline of 30 seconds.
     *
     * @throws RejectedExecutionException if the pool is full or closed
     */
    @Override
    public void execute(Runnable work) {
        if (!reserve()) {
            throw new RejectedExecutionException("the pool of plugin " + owner + " is " + (closed ? "closed" : "full"));
        }
        run(new PlainTask(owner, work));
    }

    /**
     * Returns how many tasks were refused for want of a place.
     *
     * @return the count since the pool was opened
     */
    public long refused() {
        return refused.sum();
    }

    /**
     * Returns how many tasks run now.
     *
     * @return the count
     */
    public int active() {
        return running().size();
    }

    /**
     * Returns how many tasks wait for a thread now.
     *
     * @return the count
     */
    public int waiting() {
        return arrivals.waiting();
    }

    /**
     * Returns how many places are taken, by what runs, what waits, and what is about to.
     *
     * @return the count
     */
    public int taken() {
        return places.get();
    }

    /**
     * Tells whether this pool was closed.
     *
     * @return true from the first call of {@link #close}
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Closes the pool: drops what waits, cuts what runs, and waits for the threads to end.
     *
     * @param grace how long to wait
     * @return the threads that are still alive, these and others that the plugin's code has started; empty when all are
     *     gone. Those of the pool are demoted
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public List<Thread> close(Duration grace) throws InterruptedException {
        closed = true;
        dropWaiting();
        running().forEach(run -> run.cut(Cut.UNLOAD));
        long until = System.nanoTime() + grace.toNanos();
        var left = alive();
        while (!left.isEmpty() && System.nanoTime() < until) {
            left.forEach(Thread::interrupt);
            for (var thread : left) {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
            left = alive(); // one may have been starting at that very moment
        }
        watch.remove(this);
        left.forEach(Demotion::demote);
        return left;
    }

    Collection<Run> running() {
        return workers.stream().map(Worker::current).filter(Objects::nonNull).toList();
    }

    /** Waits for a task; null when the thread is to end. */
    @Nullable
    PoolTask take() {
        if (closed) {
            return null;
        }
        var task = arrivals.poll();
        try {
            return task == null ? arrivals.await(KEEP_ALIVE) : task;
        } catch (InterruptedException e) {
            return null; // only closing the pool interrupts an idle thread
        }
    }

    /** A thread ends; should a task have come at that very moment, another takes over. */
    void left(Worker worker) {
        workers.remove(worker);
        live.decrementAndGet();
        rouse();
    }

    /** Finds a thread for what waits, should the one that was to take it have died, or still have more to do. */
    void rouse() {
        if (!closed && arrivals.isMore()) {
            startThread();
        } else if (arrivals.waiting() > 0) {
            arrivals.wake();
        }
    }

    private void startThread() {
        int count = live.get();
        while (count < options.threads()) {
            if (live.compareAndSet(count, count + 1)) {
                start(new Worker(this, watch, group, owner + "-" + named.incrementAndGet()));
                return;
            }
            count = live.get();
        }
    }

    private void start(Worker worker) {
        workers.add(worker);
        worker.setDaemon(true);
        worker.setContextClassLoader(loader);
        worker.start();
    }

    /** Cuts what waits. A cut may bring the next task of a lane: that is left to the one who is at it already. */
    private void dropWaiting() {
        if (drops.getAndIncrement() > 0) {
            return;
        }
        int seen;
        do {
            seen = drops.get();
            for (PoolTask task; (task = arrivals.poll()) != null; ) {
                release();
                task.cut(Cut.UNLOAD);
            }
        } while (!drops.compareAndSet(seen, 0));
    }

    private List<Thread> alive() {
        var found = new Thread[group.activeCount() + options.threads() + 16];
        int count = group.enumerate(found);
        return Arrays.stream(found, 0, count)
                .filter(thread -> !thread.equals(Thread.currentThread()))
                .toList();
    }
}
