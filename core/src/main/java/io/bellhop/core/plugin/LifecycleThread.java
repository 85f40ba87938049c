package io.bellhop.core.plugin;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which plugins come and go. */
final class LifecycleThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LifecycleThread.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("plugins").daemon().factory());

    /** Does a step on the thread, and waits for its result. */
    <T> T call(Callable<T> step) throws InterruptedException {
        try {
            return thread.submit(step).get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** Does a step on the thread, later; never once the bot stops. */
    void later(Step step) {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(() -> {
            try {
                step.run();
            } catch (InterruptedException e) {
                log.debug("the bot stops before a step of a plugin's life", e);
            } catch (RuntimeException e) {
                log.error("a step of the plugins' life failed", e); // nobody waits for it who could be told
            }
        });
    }

    /** A step that waits. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e.getCause());
        };
    }
}
