package io.bellhop.core.telemetry.trace;

/** The trace of one invocation, from its message to its reply. Safe for use from any thread, one after another. */
public interface InvocationTrace {
    /** The trace that is not made. */
    InvocationTrace NONE = new InvocationTrace() {
        @Override
        public void stage(Stage stage) {}

        @Override
        public void failed(Throwable failure) {}

        @Override
        public void end() {}
    };

    /**
     * Ends the stage before and begins the next.
     *
     * @param stage what begins now
     */
    void stage(Stage stage);

    /**
     * Marks this stage and the invocation as failed.
     *
     * @param failure why; its message is redacted
     */
    void failed(Throwable failure);

    /** Ends the stage and the trace. A second call does nothing. */
    void end();
}
