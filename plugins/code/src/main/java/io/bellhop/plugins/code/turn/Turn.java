package io.bellhop.plugins.code.turn;

import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Invocation;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.request.Order;

/** A user's turn, in which they may run what they like, one after the other. */
public interface Turn {
    /** What is done in a turn. */
    @FunctionalInterface
    interface Use {
        /**
         * Does it, on a thread that is the turn's until this returns.
         *
         * @param turn runs programs
         * @return the reply
         * @throws InterruptedException if the turn is cancelled
         */
        Content make(Turn turn) throws InterruptedException;
    }

    /**
     * Returns whose turn it is.
     *
     * @return who asked
     */
    Invocation asked();

    /**
     * Runs a program and remembers that, also if it is cancelled.
     *
     * @param order what
     * @return how it went
     * @throws InterruptedException if the turn is cancelled
     */
    Done run(Order order) throws InterruptedException;

    /**
     * Runs a program once more that was run already, and does not remember that.
     *
     * @param order what
     * @return how it went
     * @throws InterruptedException if the turn is cancelled
     */
    Ran repeat(Order order) throws InterruptedException;
}
