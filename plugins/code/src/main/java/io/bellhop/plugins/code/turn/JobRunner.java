package io.bellhop.plugins.code.turn;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.request.Order;

/** Runs orders on whatever engine is there for them. Safe for use from any thread. */
public interface JobRunner {
    /**
     * Finds the language of an order.
     *
     * @param order what is to be run
     * @return what the language is called, whatever the order calls it
     * @throws io.bellhop.api.error.BellhopException for the user, if nobody runs it
     */
    String language(Order order);

    /**
     * Runs an order to its end, or to one of its limits. Blocks meanwhile.
     *
     * @param order what
     * @param progress is told how it goes, on any thread
     * @return how it went, and where
     * @throws InterruptedException if the calling thread is interrupted; the job is then stopped
     * @throws io.bellhop.api.error.BellhopException for the user, if it can't be run
     */
    Ran run(Order order, Progress progress) throws InterruptedException;
}
