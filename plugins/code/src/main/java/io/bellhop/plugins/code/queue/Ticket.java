package io.bellhop.plugins.code.queue;

import io.bellhop.api.chat.UserId;
import org.jspecify.annotations.Nullable;

/** A task's place in the queue, and its run when its turn has come. Safe for use from any thread. */
public final class Ticket {
    private final FairQueue queue;
    private final UserId user;
    private final Task task;
    private @Nullable Thread thread;
    private boolean begun;
    private boolean cancelled;
    private int told;

    Ticket(FairQueue queue, UserId user, Task task) {
        this.queue = queue;
        this.user = user;
        this.task = task;
    }

    /** Takes the task out of the queue; interrupts it if it runs. */
    public void cancel() {
        queue.leave(this);
        synchronized (this) {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    UserId user() {
        return user;
    }

    /** Tells the task its position, unless it knows, or has begun meanwhile. */
    synchronized void tell(int position) {
        if (!begun && position != told) {
            told = position;
            task.moved(position);
        }
    }

    void run() {
        Runnable last = begin() ? used() : () -> {};
        try {
            queue.ended(this);
        } finally {
            last.run();
        }
    }

    private Runnable used() {
        try {
            return task.run();
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        begun = true;
        thread = cancelled ? null : Thread.currentThread();
        return !cancelled;
    }

    /** From here on the thread is another's. */
    private synchronized void end() {
        thread = null;
        var _ = Thread.interrupted();
    }
}
