package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A control group of which a test changes something. */
class ChangedGroup implements Group {
    private final Group group;

    ChangedGroup(Group group) {
        this.group = group;
    }

    @Override
    public long memory() {
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
