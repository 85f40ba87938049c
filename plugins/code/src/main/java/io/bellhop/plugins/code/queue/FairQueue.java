package io.bellhop.plugins.code.queue;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few tasks run at a time, and the rest wait: users take turns, whoever has how much to do. Nobody's thread
 * waits. Safe for use from any thread.
 */
public final class FairQueue {
    private final Executor threads;
    private final Bounds bounds;

    /** The users in the order of their turns: since they came, or had their last one. */
    private final SequencedMap<UserId, Line> lines = new LinkedHashMap<>();

    private int running;
    private int waiting;
    private boolean closed;

    /**
     * Makes an empty queue.
     *
     * @param threads run the tasks; never more than the bounds say
     * @param bounds how much runs and waits
     */
    public FairQueue(Executor threads, Bounds bounds) {
        this.threads = threads;
        this.bounds = bounds;
    }

    /** What one user has to do. */
    private static final class Line {
        final Deque<Ticket> waiting = new ArrayDeque<>();
        int running;
    }

    /**
     * Takes a task, which begins at once or when its turn comes.
     *
     * @param user whose it is
     * @param task the task
     * @return its ticket
     * @throws BellhopException if it would have to wait, and too many do already
     */
    public Ticket enter(UserId user, Task task) {
        var ticket = new Ticket(this, user, task);
        add(ticket);
        goOn();
        return ticket;
    }

    /** Drops what waits, and begins nothing any more. */
    public synchronized void close() {
        closed = true;
        lines.values().forEach(line -> line.waiting.clear());
        waiting = 0;
    }

    void leave(Ticket ticket) {
        synchronized (this) {
            var line = lines.get(ticket.user());
            if (line == null || !line.waiting.remove(ticket)) {
                return;
            }
            waiting--;
            removeIfIdle(ticket.user(), line);
        }
        goOn();
    }

    void ended(Ticket ticket) {
        synchronized (this) {
            var line = lines.get(ticket.user());
            if (line != null) {
                line.running--;
                lines.putLast(ticket.user(), line); // whoever came meanwhile is before them
                removeIfIdle(ticket.user(), line);
            }
            running--;
        }
        goOn();
    }

    private synchronized void add(Ticket ticket) {
        var line = lines.computeIfAbsent(ticket.user(), user -> new Line());
        boolean beginsAtOnce = running < bounds.running() && line.running < bounds.each() && line.waiting.isEmpty();
        if (!beginsAtOnce) {
            requireRoom(ticket.user(), line);
        }
        line.waiting.add(ticket);
        waiting++;
    }

    private void requireRoom(UserId user, Line line) {
        if (waiting >= bounds.waiting()) {
            removeIfIdle(user, line);
            throw BellhopException.limit(
                    "code.queue-full", "Too many programs are waiting already. Try again in a minute.");
        }
        if (line.waiting.size() >= bounds.waitingOfEach()) {
            throw BellhopException.limit(
                    "code.queue-full",
                    "You have " + line.waiting.size() + " programs waiting already. Wait for some of them, or take one "
                            + "back with the command cancel.");
        }
    }

    /** Begins what can begin, and tells all others where they stand. */
    private void goOn() {
        var positions = new ArrayList<Runnable>();
        for (var ticket : begin(positions)) {
            threads.execute(ticket::run);
        }
        positions.forEach(Runnable::run);
    }

    private synchronized List<Ticket> begin(List<Runnable> positions) {
        var begun = new ArrayList<Ticket>();
        for (Ticket next; running < bounds.running() && !closed && (next = next()) != null; ) {
            begun.add(next);
        }
        int position = 0;
        for (var ticket : inTurn()) {
            int told = ++position;
            positions.add(() -> ticket.tell(told));
        }
        return begun;
    }

    /** Takes the ticket of the next user who may run one. */
    private @Nullable Ticket next() {
        for (Map.Entry<UserId, Line> entry : lines.entrySet()) {
            var line = entry.getValue();
            if (line.running < bounds.each() && !line.waiting.isEmpty()) {
                lines.putLast(entry.getKey(), line);
                line.running++;
                running++;
                waiting--;
                return line.waiting.remove();
            }
        }
        return null;
    }

    /** Lists what waits in the order in which it will run: by turns, of which those who have one running had theirs. */
    private List<Ticket> inTurn() {
        var left = new LinkedHashMap<Line, Deque<Ticket>>();
        lines.values().forEach(line -> left.put(line, new ArrayDeque<>(line.waiting)));
        var order = new ArrayList<Ticket>(waiting);
        for (int round = 0; order.size() < waiting; round++) {
            for (var line : left.entrySet()) {
                if (line.getKey().running <= round && !line.getValue().isEmpty()) {
                    order.add(line.getValue().remove());
                }
            }
        }
        return order;
    }

    private void removeIfIdle(UserId user, Line line) {
        if (line.running == 0 && line.waiting.isEmpty()) {
            lines.remove(user);
        }
    }
}
