package io.bellhop.plugins.code.engine.sandbox.cgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a folder with the kernel's files, since few machines let a test make a group of version 2. */
class SecondGroupTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void kernelsFiles() throws IOException {
        set("pids.max", "max");
        set("memory.max", "max");
        set("memory.swap.max", "max");
        set("memory.current", "4096\n");
        set("memory.events", "low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\noom_group_kill 0\n");
        set("cpu.stat", "usage_usec 1500\nuser_usec 1000\nsystem_usec 500\n");
    }

    @Test
    void setsLimits() throws IOException {
        new SecondGroup(folder, 300).limitMemory(1 << 20);

        assertThat(folder.resolve("pids.max")).hasContent("300");
        assertThat(folder.resolve("memory.max")).hasContent("1048576");
        assertThat(folder.resolve("memory.swap.max")).hasContent("0");
    }

    @Test
    void readsWhatTheKernelCounts() throws IOException {
        var group = new SecondGroup(folder, 300);

        assertThat(group.memory()).isEqualTo(4096);
        assertThat(group.memoryKills()).isEqualTo(2);
        assertThat(group.cpu()).isEqualTo(Duration.ofNanos(1_500_000));
    }

    @Test
    void readsTheHighestUseWhereTheKernelLetsItBeginAnew() throws IOException {
        set("memory.peak", "8192\n");
        var group = new SecondGroup(folder, 300);
        assertThat(folder.resolve("memory.peak")).hasContent("reset");

        set("memory.peak", "12288\n");
        assertThat(group.peakMemory()).isEqualTo(12288);
        group.limitMemory(1 << 20);
        assertThat(folder.resolve("memory.peak")).content().startsWith("reset\n");
    }

    @Test
    void killsWhatIsLeftInItWhenItIsRemoved() throws IOException {
        set("cgroup.kill", "");

        assertThatThrownBy(new SecondGroup(folder, 300)::remove)
                .as("only the kernel removes a group with its files")
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(folder.resolve("cgroup.kill")).hasContent("1");
    }

    @Test
    void isRefusedWhereAControllerIsMissing() throws IOException {
        Files.delete(folder.resolve("pids.max"));

        assertThatThrownBy(() -> new SecondGroup(folder, 300)).isInstanceOf(IOException.class);
    }

    private void set(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
