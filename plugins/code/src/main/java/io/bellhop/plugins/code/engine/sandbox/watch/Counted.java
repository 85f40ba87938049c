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

    /** The sandbox's, as far as it is still there. */
    private long own;

    /** What is not this step's: the sandbox's own, and what earlier steps left. */
    private long before;

    private long most;
    private long allowed;
    private Duration cpuBefore = Duration.ZERO;
    private long killsBefore;
    private long begun;
    private volatile long seen;
    private volatile boolean isOver;

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
        own = Math.min(sandbox, first);
        before = own + now - first;
        most = sandbox + memory;
        allowed = memory;
        seen = 0;
        isOver = false;
        group.limitMemory(most);
        cpuBefore = group.cpu();
        killsBefore = group.memoryKills();
        begun = System.nanoTime();
    }

    @Override
    public Duration cpu() {
        return group.cpu().minus(cpuBefore);
    }

    @Override
    public boolean isOverMemory() {
        seen = Math.max(seen, group.memory());
        if (group.memoryKills() > killsBefore) {
            isOver = true;
        }
        return isOver;
    }

    @Override
    public Optional<String> killed() {
        return KernelLog.killed(group.name(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /**
     * What earlier steps left hides the step's own if it goes meanwhile, as of a large process that was still ending,
     * or fills the memory: then its largest process says more, as far as there was so much.
     */
    @Override
    public long peakMemory(long largest) {
        return isOver ? allowed : Math.min(told(largest), allowed);
    }

    private long told(long largest) {
        var highest = group.peakMemory();
        if (highest > before && (before == own || highest < most)) {
            return highest - before;
        }
        return Math.max(seen - before, highest > 0 ? Math.clamp(highest - own, 0, largest) : largest);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }
}
