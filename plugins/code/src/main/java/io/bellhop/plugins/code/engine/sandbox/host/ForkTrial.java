package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out by attacks whether Python may be forked, and lets it be forked if all layers held. Until then it is started
 * for each program, so nobody need wait for this. Safe for use from any thread.
 */
final class ForkTrial {
    private static final Logger LOG = LoggerFactory.getLogger(ForkTrial.class);

    private final Grounds grounds;
    private final Stock stock;
    private volatile Optional<Layer> outcome = Optional.empty();
    private volatile @Nullable Thread background;

    /**
     * Makes a trial.
     *
     * @param grounds what is attacked
     * @param stock what forks Python
     */
    ForkTrial(Grounds grounds, Stock stock) {
        this.grounds = grounds;
        this.stock = stock;
    }

    /** Returns how it went, if it was tried and there is a Python. */
    Optional<Layer> outcome() {
        return outcome;
    }

    /** Tries it on a thread of its own. At most once. */
    void begin() {
        background = Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name("code-sandbox-fork-trial")
                .start(this::runUnlessEnded);
    }

    /** Tries it. Blocks for about a second. */
    synchronized void run() throws InterruptedException {
        try {
            outcome = grounds.attackedForks();
        } catch (IOException e) {
            LOG.warn("It can't be tried whether Python may be forked", e);
            outcome = Optional.empty();
        }
        stock.forkPython(
                outcome.filter(layer -> layer.state() == Layer.State.HOLDS).isPresent());
    }

    private void runUnlessEnded() {
        try {
            run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // unloaded before it was known
        }
    }

    /** Lets what was begun end soon. */
    void interrupt() {
        var begun = background;
        if (begun != null) {
            begun.interrupt();
        }
    }

    /** Ends what was begun. */
    void end() throws InterruptedException {
        interrupt();
        var begun = background;
        if (begun != null) {
            begun.join();
        }
    }
}
