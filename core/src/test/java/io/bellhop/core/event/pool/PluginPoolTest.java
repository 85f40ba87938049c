package io.bellhop.core.event.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.schedule.Alarms;
import io.bellhop.core.schedule.JobStore;
import io.bellhop.core.schedule.Jobs;
import io.bellhop.core.schedule.PluginScheduler;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PluginPoolTest {
    private final VirtualTime time = new VirtualTime();
    private final DeadlineWatch watch = new DeadlineWatch(time);
    private final AtomicBoolean spinning = new AtomicBoolean(true);
    private final PluginPool pool =
            new PluginPool("trial", PluginPoolTest.class.getClassLoader(), new PoolOptions(4, 8), watch);

    @AfterEach
    void close() throws InterruptedException {
        spinning.set(false);
        assertThat(pool.close(Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void runsAsManyBesideEachOtherAsItHasThreads() throws Exception {
        var barrier = new CyclicBarrier(5);
        for (int i = 0; i < 4; i++) {
            submit(barrier::await);
        }
        barrier.await(60, TimeUnit.SECONDS);
    }

    @Test
    void usesAnIdleThreadAgain() throws Exception {
        for (int i = 0; i < 50; i++) {
            var name = new CompletableFuture<String>();
            submit(() -> name.complete(Thread.currentThread().getName()));
            assertThat(name.get(60, TimeUnit.SECONDS)).isIn("trial-1", "trial-2", "trial-3");
            awaitIdle();
        }
    }

    @Test
    void runsOnTheSameThreadWhatATaskBeginsAsItReturns() throws Exception {
        var both = new CyclicBarrier(2);
        submit(both::await);
        submit(both::await);
        awaitIdle();
        for (int i = 0; i < 1_000; i++) {
            var threads = new LinkedBlockingQueue<Thread>();
            submit(run -> {
                threads.add(Thread.currentThread());
                run.returns();
                submit(() -> threads.add(Thread.currentThread()));
            });
            assertThat(threads.poll(60, TimeUnit.SECONDS)).isNotNull().isSameAs(threads.poll(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void findsAnotherThreadForWhatATaskBeganAsItReturnedIfItDoesNot() throws Exception {
        var both = new CyclicBarrier(2);
        submit(both::await);
        submit(both::await);
        awaitIdle();
        var gate = new CountDownLatch(1);
        var added = new CountDownLatch(1);
        submit(run -> {
            run.returns();
            submit(gate::countDown);
            added.countDown();
            gate.await();
        });
        added.await();
        time.advance(DeadlineWatch.INTERVAL);
        assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesWhatHasNoPlace() throws Exception {
        var gate = new CountDownLatch(1);
        for (int i = 0; i < 12; i++) {
            submit(gate::await);
        }
        assertThat(pool.reserve()).isFalse();
        assertThat(pool.refused()).isEqualTo(1);
        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        gate.countDown();
        awaitIdle();
        assertThat(pool.reserve()).isTrue();
        pool.release();
    }

    @Test
    void interruptsWhatOutlivesItsDeadline() throws Exception {
        var interrupted = new CompletableFuture<Boolean>();
        var begun = new CountDownLatch(1);
        var task = submit(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        begun.await();
        time.advance(Duration.ofMillis(900));
        assertThat(interrupted).isNotDone();
        time.advance(Duration.ofMillis(200));
        assertThat(interrupted.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(task.cut()).isEqualTo(Cut.DEADLINE);
    }

    @Test
    void letsNoInterruptReachTheNextTask() throws Exception {
        var begun = new CountDownLatch(1);
        var first = submit(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        begun.await();
        time.advance(Duration.ofSeconds(2));
        assertThat(first.cut()).isEqualTo(Cut.DEADLINE);
        for (int i = 0; i < 8; i++) {
            var clean = new CompletableFuture<Boolean>();
            submit(() -> clean.complete(!Thread.currentThread().isInterrupted()));
            assertThat(clean.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void letsNoInterruptThatAPluginSetItselfReachTheNextTask() throws Exception {
        var narrow = new PluginPool("narrow", PluginPoolTest.class.getClassLoader(), new PoolOptions(1, 2), watch);
        var bothQueued = new CountDownLatch(1);
        var clean = new CompletableFuture<Boolean>();
        narrow.execute(() -> {
            await(bothQueued);
            Thread.currentThread().interrupt();
        });
        narrow.execute(() -> clean.complete(!Thread.currentThread().isInterrupted()));
        bothQueued.countDown();
        assertThat(clean.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(narrow.close(Duration.ofSeconds(60))).isEmpty();
    }

    @Test
    void firesATimerThatFoundNoRoomALittleLater() throws Exception {
        var gate = new CountDownLatch(1);
        for (int i = 0; i < 12; i++) {
            submit(gate::await);
        }
        var fired = new CompletableFuture<Boolean>();
        var timers = new PluginScheduler(
                time, pool, (plugin, where, failure) -> {}, new Jobs(new Alarms(time), time, JobStore.NONE));
        timers.after(Duration.ofMillis(10), () -> fired.complete(true));
        time.advance(Duration.ofMillis(20));
        gate.countDown();
        awaitIdle();
        assertThat(fired).isNotDone();
        time.advance(Duration.ofSeconds(1));
        assertThat(fired.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void demotesAThreadThatIgnoresItsInterrupt() throws Exception {
        var kernelId = new CompletableFuture<Path>();
        submit(() -> {
            kernelId.complete(Path.of("/proc/thread-self").toRealPath());
            spin();
        });
        var thread = kernelId.get(60, TimeUnit.SECONDS);
        time.advance(Duration.ofMillis(1100));
        assertThat(policy(thread)).isEqualTo("0");
        time.advance(Duration.ofSeconds(2));
        assertThat(policy(thread)).isEqualTo("5");
    }

    @Test
    void namesTheThreadsThatAreStuckWhenItIsClosed() throws Exception {
        var begun = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            submit(() -> {
                begun.countDown();
                spin();
            });
        }
        begun.await();
        var waiting = submit(() -> {});
        assertThat(pool.close(Duration.ofMillis(200)))
                .extracting(Thread::getName)
                .containsExactlyInAnyOrder("trial-1", "trial-2", "trial-3", "trial-4");
        assertThat(waiting.cut()).isEqualTo(Cut.UNLOAD);
        assertThat(pool.reserve()).isFalse();
    }

    @Test
    void findsThreadsThatThePluginStarted() throws Exception {
        var begun = new CountDownLatch(1);
        submit(() -> Thread.ofPlatform().name("leak").start(() -> {
            begun.countDown();
            spin();
        }));
        begun.await();
        assertThat(pool.close(Duration.ofSeconds(1)))
                .extracting(Thread::getName)
                .containsExactly("leak");
    }

    @Test
    void takesNoThreadOfTheJvmForThePluginsThatFirstNeedsIt() throws Exception {
        CompletableFuture.runAsync(() -> new CompletableFuture<>().orTimeout(1, TimeUnit.DAYS), pool)
                .join();

        assertThat(pool.close(Duration.ofSeconds(60))).isEmpty();
    }

    private TestTask submit(TestTask.Work work) {
        return submit(_ -> work.run());
    }

    private TestTask submit(TestTask.LastingWork work) {
        var task = new TestTask(work);
        assertThat(pool.reserve()).isTrue();
        pool.run(task);
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void spin() {
        while (spinning.get()) {
            Thread.onSpinWait();
        }
    }

    private void awaitIdle() {
        while (pool.active() > 0 || pool.waiting() > 0) {
            Thread.onSpinWait();
        }
    }

    /** The scheduling policy is the 41st field of a thread's stat, the 39th after its name. */
    private static String policy(Path thread) throws Exception {
        var stat = Files.readString(thread.resolve("stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[38];
    }
}
