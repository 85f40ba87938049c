package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.sandbox.Pretended;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final List<Slot> SLOTS = List.of(Pretended.slot(0), Pretended.slot(1));

    private final Opener opener = new Opener();
    private final Pool pool = new Pool(opener, SLOTS);

    /** Makes sandboxes as long as the machine has processes for them. */
    private static final class Opener implements Pool.Opener {
        final AtomicInteger attempts = new AtomicInteger();
        volatile boolean hasProcesses;
        volatile boolean hasNamespaces = true;

        @Override
        public Sandbox open(Slot slot) throws IOException, InterruptedException {
            attempts.incrementAndGet();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!hasProcesses) {
                throw new IOException("error=11, Resource temporarily unavailable");
            }
            return hasNamespaces ? Pretended.ready(slot) : Pretended.saying(slot, "echo bwrap: no >&2; exit 1");
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void refusesAJobForWhichNoSandboxCanBeMadeAfterOneAttemptForEach() {
        assertThatThrownBy(pool::take).isInstanceOf(IOException.class);

        assertThat(opener.attempts.get()).isBetween(SLOTS.size(), 2 * SLOTS.size());
    }

    @Test
    void makesForALaterJobWhatCouldNotBeMadeBefore() throws Exception {
        assertThatThrownBy(pool::take).isInstanceOf(IOException.class);
        opener.hasProcesses = true;

        var first = pool.take();
        var second = pool.take();

        assertThat(List.of(first.slot(), second.slot())).containsExactlyInAnyOrderElementsOf(SLOTS);
    }

    @Test
    void givesUpWhenItsJobIsCancelledMeanwhile() throws Exception {
        assertThatThrownBy(pool::take).isInstanceOf(IOException.class);
        var before = opener.attempts.get();
        opener.hasProcesses = true;

        Thread.currentThread().interrupt();
        assertThatThrownBy(pool::take).isInstanceOf(InterruptedException.class);

        assertThat(opener.attempts.get()).isEqualTo(before + 1);
        assertThat(List.of(pool.take().slot(), pool.take().slot())).containsExactlyInAnyOrderElementsOf(SLOTS);
    }

    @Test
    void givesNothingThatDidNotComeToBe() throws Exception {
        assertThatThrownBy(pool::take).isInstanceOf(IOException.class);
        opener.hasNamespaces = false;
        opener.hasProcesses = true;
        assertThatThrownBy(pool::take).hasMessageContaining("bwrap: no");

        opener.hasNamespaces = true;
        assertThat(List.of(takeAtLast().slot(), takeAtLast().slot())).containsExactlyInAnyOrderElementsOf(SLOTS);
    }

    /** Takes one that is well, after those that were made before and are not, perhaps also in the place of others. */
    private Pool.Warm takeAtLast() throws InterruptedException {
        for (int tries = 0; tries <= 2 * SLOTS.size(); tries++) {
            try {
                return pool.take();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("bwrap: no");
            }
        }
        throw new AssertionError("no sandbox is well");
    }
}
