package io.bellhop.plugins.code.engine;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that belong to whoever has made this, though other plugins' threads have them made: as long as they
 * live they would else hold those up, and their classes, and be interrupted with them. Safe for use from any thread.
 */
public final class OwnThreads implements ThreadFactory {
    private final ThreadGroup group = Thread.currentThread().getThreadGroup();
    private final AtomicInteger made = new AtomicInteger();
    private final String name;

    /**
     * Makes a factory.
     *
     * @param name what the threads are called, before their number
     */
    public OwnThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        var thread = Thread.ofPlatform()
                .group(group)
                .name(name + made.incrementAndGet())
                .inheritInheritableThreadLocals(false)
                .daemon()
                .unstarted(work);
        thread.setContextClassLoader(OwnThreads.class.getClassLoader());
        return thread;
    }
}
