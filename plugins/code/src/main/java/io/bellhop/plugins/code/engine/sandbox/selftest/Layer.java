package io.bellhop.plugins.code.engine.sandbox.selftest;

/**
 * One layer of the sandbox, after it was attacked.
 *
 * @param name what it holds back
 * @param state whether it did
 * @param seen what was seen
 * @param remedy what the owner can do unless it holds, or an empty string
 */
public record Layer(String name, State state, String seen, String remedy) {
    /** How a layer fares. */
    public enum State {
        /** It held. */
        HOLDS,
        /** Something weaker stands in for it; programs run all the same. */
        WEAKER,
        /** It did not hold: no program runs. */
        MISSING
    }

    static Layer of(String name, boolean holds, String seen, String remedy) {
        return new Layer(name, holds ? State.HOLDS : State.MISSING, seen, holds ? "" : remedy);
    }
}
