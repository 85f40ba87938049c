package io.bellhop.core.event.pool;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A task whose work is given, and which tells how it was cut. */
final class TestTask implements PoolTask {
    private final LastingWork work;
    private final BlockingQueue<Cut> cuts = new LinkedBlockingQueue<>();

    TestTask(LastingWork work) {
        this.work = work;
    }

    /** What the task does. */
    interface Work {
        void run() throws Exception;
    }

    /** What the task does, with the handle of its run. */
    interface LastingWork {
        void during(Run run) throws Exception;
    }

    Cut cut() throws InterruptedException {
        return cuts.poll(60, TimeUnit.SECONDS);
    }

    @Override
    public void run(Run run) {
        try {
            work.during(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // left behind on purpose: it must not reach the next task
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void cut(Cut why) {
        cuts.add(why);
    }
}
