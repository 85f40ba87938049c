package io.bellhop.plugins.code.engine.sandbox.watch;

import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Reads what the kernel counts for a control group. What the sandbox itself takes is not the program's. */
public final class Counted implements Meter {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Group group;
    private volatile long sandbox = -1;
    /**
     * What was there when the first step began, of which some may be the program's, such as a runtime that waits for
     * it.
     */
    private long first = -1;

    /** What is not this step's: the sandbox's own, and what earlier steps left. */
    private long before;

    private long most;
    private Duration cpuBefore = Duration.ZERO;
    private long killsBefore;
    private long begun;
    private volatile long seen;

    /**
     * Makes a meter.
     *
     * @param group what the sandbox is in
     */
    public Counted(Group group) {
        this.group = group;
    }

    @Override
    public void settle() {
        if (sandbox < 0) {
            sandbox = group.memory();
        }
    }

    @Override
    public void begin(long memory) throws IOException {
        var now = group.memory();
        first = first < 0 ? now : Math.min(first, now);
        before = sandbox + now - first;
        most = sandbox + memory;
        group.limitMemory(most);
        cpuBefore = group.cpu();
        killsBefore = group.memoryKills();
        begun = System.nanoTime();
        seen = 0;
    }

    @Override
    public Duration cpu() {
        return group.cpu().minus(cpuBefore);
    }

    @Override
    public boolean isOverMemory() {
        seen = Math.max(seen, group.memory());
        return group.memoryKills() > killsBefore;
    }

    @Override
    public Optional<String> killed() {
        return KernelLog.killed(group.name(), Duration.ofNanos(System.nanoTime() - begun));
    }

    @Override
    public long peakMemory(long largest) {
        var highest = group.peakMemory();
        boolean isTold = highest > before && (before == sandbox || highest < most);
        return isTold ? highest - before : Math.max(largest, seen - before);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }
}
