package io.bellhop.plugins.code.engine.sandbox.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On folders with the kernel's files, since not every machine lets a test make groups of version 1. */
class FirstGroupTest {
    @TempDir
    private Path root;

    private Path memory;
    private Path pids;
    private Path cpu;

    @BeforeEach
    void kernelsFiles() throws IOException {
        memory = Files.createDirectory(root.resolve("memory"));
        pids = Files.createDirectory(root.resolve("pids"));
        cpu = Files.createDirectory(root.resolve("cpuacct"));
        set("memory/memory.limit_in_bytes", "9223372036854771712\n");
        set("memory/memory.memsw.limit_in_bytes", "9223372036854771712\n");
        set("memory/memory.kmem.tcp.limit_in_bytes", "9223372036854771712\n");
        set("memory/memory.max_usage_in_bytes", "8192\n");
        set("memory/memory.usage_in_bytes", "4096\n");
        set("memory/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n");
        set("pids/pids.max", "max\n");
        set("cpuacct/cpuacct.usage", "1500000\n");
    }

    @Test
    void setsLimits() throws IOException {
        group().limitMemory(1 << 20);

        assertThat(root.resolve("memory/memory.limit_in_bytes")).hasContent("1048576");
        assertThat(root.resolve("memory/memory.memsw.limit_in_bytes")).hasContent("1048576");
        assertThat(root.resolve("memory/memory.kmem.tcp.limit_in_bytes")).hasContent("16777216");
        assertThat(root.resolve("memory/memory.max_usage_in_bytes"))
                .as("begins anew")
                .hasContent("0");
        assertThat(root.resolve("pids/pids.max")).hasContent("300");
    }

    @Test
    void limitsMemoryAloneWhereTheKernelDoesNotCountSwap() throws IOException {
        Files.delete(root.resolve("memory/memory.memsw.limit_in_bytes"));

        group().limitMemory(1 << 20);

        assertThat(root.resolve("memory/memory.limit_in_bytes")).hasContent("1048576");
        assertThat(root.resolve("memory/memory.memsw.limit_in_bytes")).doesNotExist();
    }

    @Test
    void readsWhatTheKernelCounts() throws IOException {
        var group = group();

        assertThat(group.memory()).isEqualTo(4096);
        assertThat(group.peakMemory()).isEqualTo(8192);
        assertThat(group.memoryKills()).isEqualTo(2);
        assertThat(group.cpu()).isEqualTo(Duration.ofNanos(1_500_000));
        assertThat(group.folders()).containsExactly(memory, pids, cpu);
    }

    private FirstGroup group() throws IOException {
        return new FirstGroup(memory, pids, cpu, 300);
    }

    private void set(String name, String content) throws IOException {
        Files.writeString(root.resolve(name), content);
    }
}
