package io.bellhop.core.journal;

import io.bellhop.core.event.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What platforms do not take now, by where it belongs. The first of each place is tried again after a pause that grows;
 * as soon as anything arrives there, all that waits follows in its order.
 */
final class Backlog {
    /** The longest pause is two to this power of seconds. */
    private static final int LONGEST = 3;

    private final Time time;
    private final Consumer<Delivery> retry;
    private final Map<Object, Line> lines = new HashMap<>();

    Backlog(Time time, Consumer<Delivery> retry) {
        this.time = time;
        this.retry = retry;
    }

    /** What waits for one place. */
    private static final class Line {
        private final Deque<Delivery> waiting = new ArrayDeque<>();
        private @Nullable Delivery tried;
        private boolean isPausing;
        private int tries;

        void add(Delivery delivery) {
            if (delivery == tried) {
                tried = null;
                waiting.addFirst(delivery);
            } else {
                waiting.addLast(delivery);
            }
        }

        /** Returns how long to wait until the next try, which the caller begins then. */
        Duration pause() {
            isPausing = true;
            return Duration.ofSeconds(1L << Math.min(LONGEST, tries++));
        }

        Delivery next() {
            isPausing = false;
            var next = waiting.removeFirst();
            tried = next;
            return next;
        }
    }

    /** Its place has not taken it. */
    synchronized void add(Delivery delivery) {
        var place = delivery.place();
        var line = lines.computeIfAbsent(place, where -> new Line());
        line.add(delivery);
        if (line.tried == null && !line.isPausing) {
            time.after(line.pause(), () -> next(place, line).forEach(retry));
        }
    }

    /** Something has arrived where this belongs. */
    void arrived(Delivery delivery) {
        waitingWith(delivery).forEach(retry);
    }

    private synchronized List<Delivery> waitingWith(Delivery delivery) {
        var line = lines.remove(delivery.place());
        return line == null ? List.of() : List.copyOf(line.waiting);
    }

    /** Returns nothing if all that waited is on its way already. */
    private synchronized List<Delivery> next(Object place, Line line) {
        return lines.get(place) == line ? List.of(line.next()) : List.of();
    }
}
