package io.bellhop.plugins.code.engine;

import io.bellhop.api.error.BellhopException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A bounded number of places, and a bounded queue before them: first come, first served. Safe for use from any thread.
 */
public final class Places {
    private final int mostWaiting;
    private final List<Object> queue = new ArrayList<>();
    private int free;

    /**
     * Makes places.
     *
     * @param places how many
     * @param mostWaiting how many may wait for one
     */
    public Places(int places, int mostWaiting) {
        this.free = places;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Takes a place, waiting for one if need be.
     *
     * @param moved is told of each position in the queue, from 1
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws BellhopException if the queue is full
     */
    public void take(IntConsumer moved) throws InterruptedException {
        var ticket = new Object();
        enter(ticket);
        try {
            var position = 0;
            while ((position = next(ticket, position)) > 0) {
                moved.accept(position);
            }
        } finally {
            leave(ticket);
        }
    }

    /** Gives a place back. */
    public synchronized void give() {
        free++;
        notifyAll();
    }

    private synchronized void enter(Object ticket) {
        if (queue.size() - free >= mostWaiting) {
            throw BellhopException.limit(
                    "code.queue-full", "Too many programs are waiting already. Try again in a minute.");
        }
        queue.add(ticket);
    }

    /** Waits until the ticket's position differs from what it was; 0 means that it has a place. */
    private synchronized int next(Object ticket, int told) throws InterruptedException {
        while (true) {
            var index = queue.indexOf(ticket);
            if (index == 0 && free > 0) {
                free--;
                return 0;
            }
            if (index >= free && index - free + 1 != told) {
                return index - free + 1;
            }
            wait();
        }
    }

    private synchronized void leave(Object ticket) {
        queue.remove(ticket);
        notifyAll();
    }
}
