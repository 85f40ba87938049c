package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.WarmNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sandboxes that were made before jobs need them: such as are used once, with or without a Node that waits for its
 * program, and, once that may be, such as fork Python for one job after the other. Safe for use from any thread.
 */
final class Stock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stock.class);

    private final Sandboxes sandboxes;
    private final Pool plain;
    private final Optional<Pool> nodes;
    private final List<Slot> slotsOfPythons;
    private volatile Optional<Pool> pythons = Optional.empty();
    private boolean isClosed;

    /** What is done in a sandbox. */
    interface Use {
        Outcome in(Sandbox sandbox) throws InterruptedException, EngineUnavailable;
    }

    /** Returns how many slots are needed so that this many jobs can run at a time. */
    static int slots(int jobs) {
        return plainOnes(jobs) + jobs + jobs;
    }

    /**
     * Makes a stock.
     *
     * @param sandboxes makes them
     * @param node how Node is started, if it is here
     * @param slots what they take
     * @param jobs how many jobs run at a time
     */
    Stock(Sandboxes sandboxes, Optional<WarmNode> node, Slots slots, int jobs) {
        this.sandboxes = sandboxes;
        this.plain = new Pool(sandboxes::open, slots.take(plainOnes(jobs)));
        this.nodes = node.map(how -> new Pool(slot -> sandboxes.openNode(slot, how), slots.take(jobs)));
        this.slotsOfPythons = slots.take(jobs);
    }

    /**
     * Forks Python from now on, or does so no longer, which ends what is forked.
     *
     * @param may whether it may
     */
    synchronized void forkPython(boolean may) {
        var before = pythons;
        if (may && before.isEmpty() && !isClosed) {
            pythons = Optional.of(new Pool(sandboxes::openPython, slotsOfPythons));
        } else if (!may) {
            pythons = Optional.empty();
            before.ifPresent(Pool::close);
        }
    }

    /**
     * Lends a sandbox.
     *
     * @param warmth what is to be ready in it, where there is such a one
     * @param use what is done in it
     * @return what comes of it
     * @throws InterruptedException if the thread is interrupted meanwhile
     * @throws EngineUnavailable if no sandbox can be made
     */
    Outcome lend(Warmth warmth, Use use) throws InterruptedException, EngineUnavailable {
        var forking =
                warmth == Warmth.PYTHON && pythons.isPresent() ? take(pythons.get()) : Optional.<Pool.Warm>empty();
        if (forking.isPresent()) {
            return again(pythons.orElseThrow(), forking.get(), use);
        }
        var node = warmth == Warmth.NODE && nodes.isPresent() ? nodes.get().poll() : Optional.<Pool.Warm>empty();
        if (node.isPresent()) {
            return once(nodes.orElseThrow(), node.get(), use);
        }
        var any = take(plain);
        if (any.isPresent()) {
            return once(plain, any.get(), use);
        }
        throw new EngineUnavailable("no sandbox can be made now");
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        Stream.of(Optional.of(plain), nodes, pythons).flatMap(Optional::stream).forEach(Pool::letEnd);
        plain.close();
        nodes.ifPresent(Pool::close);
        forkPython(false);
    }

    private static Outcome once(Pool pool, Pool.Warm warm, Use use) throws InterruptedException, EngineUnavailable {
        try {
            return use.in(warm.sandbox());
        } finally {
            pool.replace(warm);
        }
    }

    private static Outcome again(Pool pool, Pool.Warm warm, Use use) throws InterruptedException, EngineUnavailable {
        var well = false;
        try {
            var outcome = use.in(warm.sandbox());
            well = !(outcome.last().verdict() instanceof Verdict.EngineFailure);
            return outcome;
        } finally {
            if (well) {
                pool.give(warm);
            } else {
                pool.replace(warm);
            }
        }
    }

    private static Optional<Pool.Warm> take(Pool pool) throws InterruptedException {
        try {
            return Optional.of(pool.take());
        } catch (IOException e) {
            LOG.warn("No sandbox can be had now", e);
            return Optional.empty();
        }
    }

    /** One is made while another one is used. */
    private static int plainOnes(int jobs) {
        return 2 * jobs;
    }
}
