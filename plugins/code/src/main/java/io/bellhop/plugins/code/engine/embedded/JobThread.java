package io.bellhop.plugins.code.engine.embedded;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.OutputRecorder;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that lives as long as its job. It is fresh, so that nothing a job leaves on it stays; it has a stack deep
 * enough that QuickJS's own runs out first; and whoever asked watches its time.
 */
final class JobThread {
    private static final Logger LOG = LoggerFactory.getLogger(JobThread.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long STACK_SIZE = 8L << 20;

    /** How long a program that was interrupted may take to stop before its verdict is given without it. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Job job;
    private final OutputRecorder recorder;
    private final Execution execution;
    private final Thread thread;
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();
    private final Consumer<JobThread> finished;
    private volatile Duration cpu = Duration.ZERO;

    /** When the program began, by its own thread, or would have. */
    private volatile long begunAt = System.nanoTime();

    /** What its thread had taken before the program began, perhaps to make the engine ready for the first one. */
    private volatile long nanosBefore;

    JobThread(
            Job job, Progress progress, RandomGenerator random, Supplier<Image> images, Consumer<JobThread> finished) {
        this.job = job;
        this.recorder = new OutputRecorder(job.limits().output(), progress);
        this.execution = new Execution(job, recorder, random);
        this.finished = finished;
        this.thread = Thread.ofPlatform()
                .name("code-job-" + job.language().name())
                .daemon()
                .inheritInheritableThreadLocals(false)
                .stackSize(STACK_SIZE)
                .unstarted(() -> work(images));
        thread.setContextClassLoader(JobThread.class.getClassLoader());
    }

    /**
     * Starts the job and waits for its end, which it brings about when time is up.
     *
     * @return how it went
     * @throws InterruptedException if the waiting thread is interrupted; the job is then stopped
     */
    Stage run() throws InterruptedException {
        begin();
        try {
            started.await();
            var start = begunAt;
            var overrun = awaitEnd(start);
            if (overrun.isPresent()) {
                settle(overrun.get());
                stop();
            }
            return stage(Duration.ofNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }

    /** Returns once the job has ended, or which of its limits it has reached. */
    private Optional<Verdict> awaitEnd(long start) throws InterruptedException {
        var limits = job.limits();
        while (true) {
            var left = limits.runTime().minusNanos(System.nanoTime() - start);
            var cpuLeft = limits.cpuTime().minus(cpu());
            if (!left.isPositive()) {
                return Optional.of(new Verdict.TimeLimit(limits.runTime()));
            }
            if (!cpuLeft.isPositive()) {
                return Optional.of(new Verdict.CpuLimit(limits.cpuTime()));
            }
            if (thread.join(left.compareTo(cpuLeft) < 0 ? left : cpuLeft)) {
                return Optional.empty();
            }
        }
    }

    /** What the job took, up to now if it has not stopped yet. */
    private Duration cpu() {
        long nanos = THREADS.getThreadCpuTime(thread.threadId());
        return nanos < 0 ? cpu : Duration.ofNanos(nanos - nanosBefore);
    }

    /**
     * Stops the job and waits a moment until it has ended.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    void stop() throws InterruptedException {
        thread.interrupt();
        if (!thread.join(GRACE)) {
            LOG.warn("{} does not stop; its place stays taken until it does", thread.getName());
        }
    }

    private void begin() {
        try {
            thread.start();
        } catch (OutOfMemoryError e) { // no thread to be had: the place must not stay taken
            finished.accept(this);
            throw e;
        }
    }

    private void work(Supplier<Image> images) {
        try {
            settle(execution.run(images, this::programBegins));
        } catch (Throwable e) { // whatever broke, the job ends with a verdict
            LOG.error("the embedded engine failed", e);
            settle(new Verdict.EngineFailure("the engine failed"));
        } finally {
            cpu = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - nanosBefore);
            started.countDown();
            finished.accept(this);
        }
    }

    private void programBegins() {
        begunAt = System.nanoTime();
        nanosBefore = THREADS.getCurrentThreadCpuTime();
        started.countDown();
    }

    private void settle(Verdict how) {
        verdict.compareAndSet(null, how);
    }

    private Stage stage(Duration wall) {
        var how = verdict.get();
        var sure = how == null ? new Verdict.EngineFailure("the engine gave no verdict") : how;
        var kind = sure instanceof Verdict.CompileError ? Stage.Kind.COMPILE : Stage.Kind.RUN;
        return new Stage(kind, sure, recorder.output(), new Usage(wall, cpu(), execution.peakMemory()));
    }
}
