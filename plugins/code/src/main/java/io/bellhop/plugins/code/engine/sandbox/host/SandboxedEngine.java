package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.Engine;

/** An engine that runs its jobs in sandboxes. */
public interface SandboxedEngine extends Engine {
    /**
     * Ends all its jobs and sandboxes. It isn't used any more.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    void stop() throws InterruptedException;
}
