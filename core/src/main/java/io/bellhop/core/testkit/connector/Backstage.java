package io.bellhop.core.testkit.connector;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Where a connector is called, so that its threads are told from those of the tests that run beside it. */
final class Backstage {
    private final ThreadGroup group = new ThreadGroup("backstage");
    private Set<Thread> before = Set.of();

    /** From now on only the threads that come are new. */
    void settle() {
        before = Set.copyOf(newThreads());
    }

    /** The threads that came of calls, and of other such threads. */
    List<Thread> newThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> group.equals(thread.getThreadGroup()) && !before.contains(thread))
                .toList();
    }

    /** Calls the connector, and waits for it. */
    <T> T call(Callable<T> what) throws Exception {
        try {
            return begin(what).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    /** Calls the connector. */
    <T> CompletableFuture<T> begin(Callable<T> what) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().group(group).daemon().name("stage-call").start(() -> {
            try {
                result.complete(what.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
