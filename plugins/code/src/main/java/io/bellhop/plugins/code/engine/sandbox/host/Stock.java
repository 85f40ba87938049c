package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sandboxes that were made before jobs need them: such as are used once, and such as fork Python for one job after the
 * other.
 *
 * @param plain those that are used once
 * @param pythons those that fork Python, if that can be done here
 */
record Stock(Pool plain, Optional<Pool> pythons) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stock.class);

    /** What is done in a sandbox. */
    interface Use {
        Outcome in(Sandbox sandbox) throws InterruptedException;
    }

    /** Returns how many slots are needed so that this many jobs can run at a time. */
    static int slots(int jobs) {
        return plainOnes(jobs) + jobs;
    }

    /**
     * Makes a stock. Blocks until it is known whether Python can be forked.
     *
     * @param sandboxes makes them
     * @param slots what they take
     * @param jobs how many jobs run at a time
     * @return the stock
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    static Stock of(Sandboxes sandboxes, Slots slots, int jobs) throws InterruptedException {
        return new Stock(
                new Pool(sandboxes::open, slots.take(plainOnes(jobs))),
                tried(new Pool(sandboxes::openPython, slots.take(jobs))));
    }

    /**
     * Lends a sandbox.
     *
     * @param python whether the job is to be run by a fork of Python, where there is one
     * @param use what is done in it
     * @return what comes of it
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    Outcome lend(boolean python, Use use) throws InterruptedException {
        return python && pythons.isPresent() ? again(pythons.get(), use) : once(use);
    }

    @Override
    public void close() {
        plain.close();
        pythons.ifPresent(Pool::close);
    }

    private Outcome once(Use use) throws InterruptedException {
        var warm = plain.take();
        try {
            return use.in(warm.sandbox());
        } finally {
            plain.replace(warm);
        }
    }

    private static Outcome again(Pool pool, Use use) throws InterruptedException {
        var warm = pool.take();
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

    /** One is made while another one is used. */
    private static int plainOnes(int jobs) {
        return 2 * jobs;
    }

    private static Optional<Pool> tried(Pool made) throws InterruptedException {
        var first = made.take();
        var wrong = first.sandbox().awaitReady();
        if (wrong.isEmpty()) {
            made.give(first);
            return Optional.of(made);
        }
        LOG.info("Python can't be forked here, so it is started for each program: {}", wrong.get());
        made.close();
        return Optional.empty();
    }
}
