package io.bellhop.plugins.code.engine.sandbox.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HierarchiesTest {
    @TempDir
    private Path mount;

    @Test
    void findsTheOwnGroupOfEachVersion() throws IOException {
        var memory = Files.createDirectories(mount.resolve("memory/user/bot"));
        var unified = Files.createDirectories(mount.resolve("unified/service"));

        var here = Hierarchies.of(
                List.of(
                        "cgroup " + mount + "/memory cgroup rw,relatime,memory 0 0",
                        "cgroup2 " + mount + "/unified cgroup2 rw,nsdelegate 0 0",
                        "proc /proc proc rw 0 0"),
                List.of("4:memory:/user/bot", "1:cpu,cpuacct:/", "0::/service"));

        assertThat(here.first()).containsOnlyKeys("memory").containsEntry("memory", memory);
        assertThat(here.second()).contains(unified);
    }

    @Test
    void takesTheMountItselfWhereThePathIsTheHosts() {
        var here = Hierarchies.of(
                List.of("cgroup2 " + mount + " cgroup2 rw 0 0"), List.of("0::/docker/0123456789/of/the/host"));

        assertThat(here.second()).contains(mount);
    }

    @Test
    void findsControllersThatAreMountedTogether() {
        var here = Hierarchies.of(
                List.of("cgroup " + mount + " cgroup rw,cpu,cpuacct 0 0"), List.of("3:cpu,cpuacct:/", "0::/"));

        assertThat(here.first()).containsOnlyKeys("cpu", "cpuacct");
        assertThat(here.second()).isEmpty();
    }
}
