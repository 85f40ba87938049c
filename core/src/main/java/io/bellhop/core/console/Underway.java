package io.bellhop.core.console;

import java.util.concurrent.CompletionStage;

/** Counts what was accepted and is not yet answered. Safe for use from any thread. */
final class Underway {
    private int count;

    void add(CompletionStage<?> handled) {
        synchronized (this) {
            count++;
        }
        handled.whenComplete((_, _) -> finishOne());
    }

    synchronized boolean isAny() {
        return count > 0;
    }

    synchronized void awaitNone() throws InterruptedException {
        while (count > 0) {
            wait();
        }
    }

    private synchronized void finishOne() {
        count--;
        notifyAll();
    }
}
