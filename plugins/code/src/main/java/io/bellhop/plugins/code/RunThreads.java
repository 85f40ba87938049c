package io.bellhop.plugins.code;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads on which turns are used. */
final class RunThreads {
    private RunThreads() {}

    /** Makes threads as they are needed; the queue bounds how many that are. */
    static ExecutorService open() {
        var number = new AtomicInteger();
        return Executors.newCachedThreadPool(work -> Thread.ofPlatform()
                .name("code-run-" + number.incrementAndGet())
                .daemon()
                .unstarted(work));
    }
}
