package io.bellhop.core.event.pool;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps work of one key in order, and lets different keys run beside each other. Work begins when the one before it
 * with the same key is over. Safe for use from any thread.
 */
@SuppressWarnings("ReferenceEquality") // there is one marker, known by its identity
public final class Lanes {
    /** Stands for a lane with work under way and none waiting, which is the usual one. */
    private static final Queue<Runnable> NONE_WAITING = new ArrayDeque<>(0);

    private final ConcurrentHashMap<Object, Queue<Runnable>> lanes = new ConcurrentHashMap<>();

    /**
     * Starts work when its turn comes: perhaps at once, on the caller's thread.
     *
     * @param key what it keeps its order with
     * @param start starts the work and returns at once; whoever ends the work calls {@link #end}
     */
    public void enter(Object key, Runnable start) {
        if (lanes.putIfAbsent(key, NONE_WAITING) == null) {
            start.run();
            return;
        }
        var lane = lanes.compute(key, (same, waiting) -> {
            if (waiting == null) {
                return NONE_WAITING;
            }
            var longer = waiting == NONE_WAITING ? new ArrayDeque<Runnable>() : waiting;
            longer.add(start);
            return longer;
        });
        if (lane == NONE_WAITING) {
            start.run();
        }
    }

    /**
     * Ends the work that runs in a lane, and starts the next.
     *
     * @param key its key
     */
    public void end(Object key) {
        var next = new AtomicReference<@Nullable Runnable>();
        lanes.computeIfPresent(key, (same, waiting) -> {
            if (waiting == NONE_WAITING) {
                return null;
            }
            next.setPlain(waiting.poll());
            return waiting.isEmpty() ? NONE_WAITING : waiting;
        });
        var start = next.getPlain();
        if (start != null) {
            start.run();
        }
    }
}
