package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A control group whose memory is looked at late, as by a bot that the machine lets wait for the processor. */
record LateGroup(Group group) implements Group {
    private static final Duration LATE = Duration.ofMillis(300);

    @Override
    public long memory() {
        LockSupport.parkNanos(LATE.toNanos());
        return group.memory();
    }

    @Override
    public List<Path> folders() {
        return group.folders();
    }

    @Override
    public String name() {
        return group.name();
    }

    @Override
    public void limitMemory(long bytes) throws IOException {
        group.limitMemory(bytes);
    }

    @Override
    public long peakMemory() {
        return group.peakMemory();
    }

    @Override
    public long memoryKills() {
        return group.memoryKills();
    }

    @Override
    public Duration cpu() {
        return group.cpu();
    }

    @Override
    public void remove() throws IOException {
        group.remove();
    }
}
