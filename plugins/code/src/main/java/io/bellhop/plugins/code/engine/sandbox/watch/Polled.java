package io.bellhop.plugins.code.engine.sandbox.watch;

import java.time.Duration;
import java.util.Optional;

/** Sums what the processes have, again and again, where the kernel has no control group that would do it. */
public final class Polled implements Meter {
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Family family;
    private long most;
    private Duration cpuBefore = Duration.ZERO;
    private volatile long seen;

    /**
     * Makes a meter.
     *
     * @param family whose use it sums
     */
    public Polled(Family family) {
        this.family = family;
    }

    @Override
    public void begin(long memory) {
        most = memory;
        seen = 0;
        cpuBefore = family.cpu();
    }

    @Override
    public Duration cpu() {
        return family.cpu().minus(cpuBefore);
    }

    /** The quick sum counts twice what processes share, or map, so a second one is taken before it is believed. */
    @Override
    public boolean isOverMemory() {
        var files = family.files();
        var sockets = family.sockets();
        var memory = family.memory() + files + sockets;
        if (memory > most) {
            memory = family.memoryWith(files) + sockets;
        }
        seen = Math.max(seen, memory);
        return memory > most;
    }

    @Override
    public Optional<String> killed() {
        return Optional.empty(); // all are
    }

    @Override
    public long peakMemory(long largest) {
        return Math.max(seen, largest);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }
}
