package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Sandboxes that were made before somebody needs them. One that can't be used again is replaced while its user is
 * answered already. Safe for use from any thread.
 */
final class Pool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Opener opener;
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

    /** Makes a sandbox. */
    interface Opener {
        Sandbox open(Slot slot) throws IOException, InterruptedException;
    }

    /**
     * Makes a pool, and begins to make its sandboxes.
     *
     * @param opener makes them
     * @param slots what each has for itself
     */
    Pool(Opener opener, List<Slot> slots) {
        this.opener = opener;
        this.housekeeping = Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name("code-sandbox-pool-", 1).factory());
        slots.forEach(slot -> housekeeping.execute(() -> makeAhead(slot)));
    }

    /**
     * Takes a sandbox that is there, and waits for one if none is ready. What could not be made before is tried once
     * more.
     *
     * @return a sandbox, to be given back or replaced
     * @throws IOException if none can be made
     * @throws InterruptedException if the thread is interrupted or the pool closed meanwhile
     */
    Warm take() throws IOException, InterruptedException {
        makeAgain();
        var warm = ready.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        while (warm == null) {
            if (closed) {
                throw new InterruptedException("the sandboxes are gone");
            }
            if (!failed.isEmpty()) {
                throw new IOException("no sandbox can be made");
            }
            warm = ready.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return usable(warm);
    }

    /** Takes a sandbox, if one is ready. */
    Optional<Warm> poll() throws InterruptedException {
        var warm = ready.poll();
        try {
            return warm == null ? Optional.empty() : Optional.of(usable(warm));
        } catch (IOException e) {
            LOG.warn("What waited for a job is of no use", e);
            return Optional.empty();
        }
    }

    /** Replaces what did not come to be, or has ended since. */
    private Warm usable(Warm warm) throws IOException, InterruptedException {
        var isThere = false;
        try {
            var wrong = warm.sandbox().awaitReady();
            if (wrong.isPresent()) {
                throw new IOException("a sandbox could not be made: " + wrong.get());
            }
            isThere = true;
            return warm;
        } finally {
            if (!isThere) {
                replace(warm);
            }
        }
    }

    /** Lets others use a sandbox again. */
    void give(Warm used) {
        if (closed || !used.sandbox().isOpen()) {
            replace(used);
        } else {
            ready.add(used);
        }
    }

    /** Ends a sandbox that was used, and makes another one in its place. Returns at once. */
    void replace(Warm used) {
        try {
            housekeeping.execute(() -> {
                end(used);
                makeAhead(used.slot());
            });
        } catch (RejectedExecutionException e) {
            end(used); // the pool was closed meanwhile
        }
    }

    /** Makes no more sandboxes, and lets all end, also those that are in use. Does not wait for that. */
    void letEnd() {
        closed = true;
        open.forEach(warm -> warm.sandbox().letEnd());
    }

    /** Ends all sandboxes, also those that are in use. Returns when nothing of them is left. */
    @Override
    public void close() {
        letEnd(); // all at once, since the kernel takes its time for each
        open.forEach(this::end);
        housekeeping.close();
        open.forEach(this::end);
    }

    private void end(Warm used) {
        used.sandbox().close();
        open.remove(used);
    }

    private void makeAgain() throws InterruptedException {
        for (var left = failed.size(); left > 0; left--) {
            var slot = failed.poll();
            if (slot != null) {
                make(slot);
            }
        }
    }

    private void makeAhead(Slot slot) {
        try {
            make(slot);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever takes the next one tries again
        }
    }

    private void make(Slot slot) throws InterruptedException {
        if (closed) {
            return;
        }
        try {
            var made = new Warm(slot, opener.open(slot));
            open.add(made);
            if (closed) {
                end(made);
            } else {
                ready.add(made);
            }
        } catch (IOException e) {
            LOG.error("A sandbox could not be made; the next job tries again", e);
            failed.add(slot);
        } catch (InterruptedException e) {
            failed.add(slot);
            throw e;
        }
    }
}
