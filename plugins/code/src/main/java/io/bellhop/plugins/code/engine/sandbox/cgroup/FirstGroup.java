package io.bellhop.plugins.code.engine.sandbox.cgroup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A group of version 1: a folder in the hierarchy of each controller. */
final class FirstGroup implements Group {
    private static final String LIMIT = "memory.limit_in_bytes";
    private static final String WITH_SWAP = "memory.memsw.limit_in_bytes";
    /** What waits in connections does not count as memory here. */
    private static final String CONNECTIONS = "memory.kmem.tcp.limit_in_bytes";

    private static final long MOST_IN_CONNECTIONS = 16L << 20;
    private static final String PEAK = "memory.max_usage_in_bytes";

    private final Knobs memory;
    private final Knobs pids;
    private final Knobs cpu;
    private final boolean countsSwap;
    private long limit;

    FirstGroup(Path memory, Path pids, Path cpu, int mostProcesses) throws IOException {
        this.memory = Knobs.make(memory);
        this.pids = Knobs.make(pids);
        this.cpu = Knobs.make(cpu);
        this.countsSwap = this.memory.has(WITH_SWAP);
        this.pids.set("pids.max", mostProcesses);
        if (this.memory.has(CONNECTIONS)) {
            this.memory.set(CONNECTIONS, MOST_IN_CONNECTIONS);
        }
    }

    @Override
    public List<Path> folders() {
        return List.of(memory.folder(), pids.folder(), cpu.folder());
    }

    @Override
    public String name() {
        return memory.folder().getFileName().toString();
    }

    @Override
    public void limitMemory(long bytes) throws IOException {
        if (bytes != limit) {
            limit(bytes);
            limit = bytes;
        }
        memory.set(PEAK, 0);
    }

    private void limit(long bytes) throws IOException {
        if (countsSwap && bytes > memory.number(LIMIT)) {
            memory.set(WITH_SWAP, bytes); // never below the limit without swap
        }
        memory.set(LIMIT, bytes);
        if (countsSwap) {
            memory.set(WITH_SWAP, bytes);
        }
    }

    @Override
    public long memory() {
        return memory.number("memory.usage_in_bytes");
    }

    @Override
    public long peakMemory() {
        return memory.number(PEAK);
    }

    @Override
    public long memoryKills() {
        return memory.number("memory.oom_control", "oom_kill");
    }

    @Override
    public Duration cpu() {
        return Duration.ofNanos(cpu.number("cpuacct.usage"));
    }

    @Override
    public void remove() throws IOException {
        memory.remove();
        pids.remove();
        cpu.remove();
    }
}
