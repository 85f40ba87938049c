package io.bellhop.plugins.code;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads on which turns are used. */
final class RunThreads {
    private RunThreads() {}

    /**
     * Makes threads as they are needed; the queue bounds how many that are. They are this plugin's, though other
     * plugins' threads have them made: as long as they live they would hold those up, and their classes.
     */
    static ExecutorService open() {
        var group = Thread.currentThread().getThreadGroup();
        var number = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> {
            var thread = Thread.ofPlatform()
                    .group(group)
                    .name("code-run-" + number.incrementAndGet())
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .unstarted(work);
            thread.setContextClassLoader(RunThreads.class.getClassLoader());
            return thread;
        });
    }
}
