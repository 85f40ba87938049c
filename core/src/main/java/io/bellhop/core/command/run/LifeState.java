package io.bellhop.core.command.run;

import java.util.concurrent.atomic.AtomicReference;

/** How far an invocation is: it runs at most once and ends exactly once. Safe for use from any thread. */
final class LifeState {
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
    private volatile boolean hasRun;

    /** One after the other, but that the second may be left out. */
    private enum Phase {
        WAITING,
        RUNNING,
        ENDED
    }

    /** Begins to run; false if it has ended. */
    boolean runs() {
        return phase.compareAndSet(Phase.WAITING, Phase.RUNNING);
    }

    /** Ends; false if it has ended before. */
    boolean ends() {
        var before = phase.getAndSet(Phase.ENDED);
        if (before == Phase.RUNNING) {
            hasRun = true;
        }
        return before != Phase.ENDED;
    }

    /** Ends before it has run; false if it has. */
    boolean endsUnrun() {
        return phase.compareAndSet(Phase.WAITING, Phase.ENDED);
    }

    boolean hasEnded() {
        return phase.get() == Phase.ENDED;
    }

    /** Tells whether it has begun to run. */
    boolean hasRun() {
        return hasRun || phase.get() == Phase.RUNNING;
    }
}
