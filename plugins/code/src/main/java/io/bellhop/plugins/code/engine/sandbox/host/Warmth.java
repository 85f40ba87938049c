package io.bellhop.plugins.code.engine.sandbox.host;

/** What is ready for a job in its sandbox. */
public enum Warmth {
    /** The sandbox. */
    PLAIN,
    /** A Python that is forked: for programs that are run as Python runs them without further options. */
    PYTHON,
    /** A Node that was started as the {@link Workshop#node workshop} says. */
    NODE
}
