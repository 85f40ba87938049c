package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.EngineUnavailable;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.WarmNode;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sandboxes that were made before jobs need them: such as are used once, with or without a Node that waits for its
 * program, and such as fork Python for one job after the other.
 *
 * @param plain those that are used once
 * @param nodes those in which Node waits, if it is here
 * @param pythons those that fork Python, if that can be done here
 */
record Stock(Pool plain, Optional<Pool> nodes, Optional<Pool> pythons) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stock.class);

    /** What is done in a sandbox. */
    interface Use {
        Outcome in(Sandbox sandbox) throws InterruptedException, EngineUnavailable;
    }

    /** Returns how many slots are needed so that this many jobs can run at a time. */
    static int slots(int jobs) {
        return plainOnes(jobs) + jobs + jobs;
    }

    /**
     * Makes a stock. Blocks until it is known whether Python can be forked.
     *
     * @param sandboxes makes them
     * @param node how Node is started, if it is here
     * @param slots what they take
     * @param jobs how many jobs run at a time
     * @return the stock
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    static Stock of(Sandboxes sandboxes, Optional<WarmNode> node, Slots slots, int jobs) throws InterruptedException {
        return new Stock(
                new Pool(sandboxes::open, slots.take(plainOnes(jobs))),
                node.map(how -> new Pool(slot -> sandboxes.openNode(slot, how), slots.take(jobs))),
                tried(new Pool(sandboxes::openPython, slots.take(jobs))));
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
    public void close() {
        plain.close();
        nodes.ifPresent(Pool::close);
        pythons.ifPresent(Pool::close);
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

    private static Optional<Pool> tried(Pool made) throws InterruptedException {
        try {
            made.give(made.take());
            return Optional.of(made);
        } catch (IOException e) {
            LOG.info("Python can't be forked here, so it is started for each program", e);
        }
        made.close();
        return Optional.empty();
    }
}
