package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sandboxes that were made before somebody needs them. Each is used once; another one is made in its place while its
 * user is answered already. Safe for use from any thread.
 */
final class Pool {
    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final Sandboxes sandboxes;
    private final BlockingQueue<Warm> ready = new LinkedBlockingQueue<>();
    private final Set<Warm> open = ConcurrentHashMap.newKeySet();
    private final Queue<Slot> failed = new ConcurrentLinkedQueue<>();
    private final ExecutorService housekeeping;
    private volatile boolean closed;

    /**
     * A sandbox and what it has for itself.
     *
     * @param slot its slot
     * @param sandbox the sandbox
     */
    record Warm(Slot slot, Sandbox sandbox) {}

    /**
     * Makes a pool, and begins to make its sandboxes.
     *
     * @param sandboxes makes them
     * @param slots what each has for itself
     */
    Pool(Sandboxes sandboxes, List<Slot> slots) {
        this.sandboxes = sandboxes;
        this.housekeeping = Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name("code-sandbox-pool-", 1).factory());
        slots.forEach(slot -> housekeeping.execute(() -> make(slot)));
    }

    /**
     * Takes a sandbox, and waits for one if none is ready.
     *
     * @return a sandbox that nobody has used, to be given back
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    Warm take() throws InterruptedException {
        for (var slot = failed.poll(); slot != null; slot = failed.poll()) {
            make(slot);
        }
        return ready.take();
    }

    /** Ends a sandbox that was used, and makes another one in its place. Returns at once. */
    void give(Warm used) {
        try {
            housekeeping.execute(() -> {
                end(used);
                make(used.slot());
            });
        } catch (RejectedExecutionException e) {
            end(used); // the pool was closed meanwhile
        }
    }

    /**
     * Ends all sandboxes, also those that are in use. Returns when nothing of them is left.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void close() throws InterruptedException {
        closed = true;
        housekeeping.shutdown();
        open.forEach(this::end);
        if (!housekeeping.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("sandboxes are still being ended");
        }
        open.forEach(this::end);
    }

    private void end(Warm used) {
        used.sandbox().close();
        open.remove(used);
    }

    private void make(Slot slot) {
        if (closed) {
            return;
        }
        try {
            var made = new Warm(slot, sandboxes.open(slot));
            open.add(made);
            ready.add(made);
        } catch (IOException e) {
            LOG.error("A sandbox could not be made; the next job tries again", e);
            failed.add(slot);
        } catch (InterruptedException e) {
            failed.add(slot);
            Thread.currentThread().interrupt();
        }
    }
}
