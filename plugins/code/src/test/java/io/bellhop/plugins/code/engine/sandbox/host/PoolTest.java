package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.plugins.code.engine.sandbox.Pretended;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final List<Slot> SLOTS = List.of(Pretended.slot(0), Pretended.slot(1));

    private final Opener opener = new Opener();
    private final Pool pool = new Pool(opener, SLOTS);

    /** Makes sandboxes as long as the machine has processes for them; the first of a slot may be of no use. */
    private static final class Opener implements Pool.Opener {
        final AtomicInteger attempts = new AtomicInteger();
        volatile boolean hasProcesses;
        final Set<Slot> withoutNamespaces = ConcurrentHashMap.newKeySet();

        @Override
        public Sandbox open(Slot slot) throws IOException, InterruptedException {
            attempts.incrementAndGet();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!hasProcesses) {
                throw new IOException("error=11, Resource temporarily unavailable");
            }
            return withoutNamespaces.remove(slot)
                    ? Pretended.saying(slot, "echo bwrap: no >&2; exit 1")
                    : Pretended.ready(slot);
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
        opener.withoutNamespaces.addAll(SLOTS);
        opener.hasProcesses = true;

        var taken = new ArrayList<Slot>();
        var refusals = new ArrayList<String>();
        for (int i = 0; i < 2 * SLOTS.size(); i++) {
            try {
                taken.add(pool.take().slot());
            } catch (IOException e) {
                refusals.add(e.getMessage());
            }
        }

        assertThat(refusals).hasSameSizeAs(SLOTS).allMatch(why -> why.contains("bwrap: no"));
        assertThat(taken).containsExactlyInAnyOrderElementsOf(SLOTS);
    }
}
