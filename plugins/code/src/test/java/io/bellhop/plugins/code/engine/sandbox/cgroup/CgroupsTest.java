package io.bellhop.plugins.code.engine.sandbox.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On folders with the kernel's files of version 2, since few machines let a test make such groups. */
class CgroupsTest {
    private static final String PID = Long.toString(ProcessHandle.current().pid());

    @TempDir
    private Path home;

    private Path bot;

    @BeforeEach
    void kernelsFiles() throws IOException {
        bot = home.resolve("bellhop-bot");
        for (var group : new String[] {".", "bellhop-bot", "bellhop-" + PID + "--1", "bellhop-" + PID + "-0"}) {
            var folder = Files.createDirectories(home.resolve(group));
            for (var file : new String[] {"cgroup.procs", "cgroup.subtree_control", "pids.max", "memory.max"}) {
                Files.createFile(folder.resolve(file));
            }
        }
    }

    @Test
    void movesTheBotIntoAGroupOfItsOwn() throws IOException {
        Files.writeString(home.resolve("cgroup.procs"), PID + "\n");

        var cgroups = second(home).orElseThrow();

        assertThat(cgroups.found()).isEqualTo("cgroup v2");
        assertThat(bot.resolve("cgroup.procs")).hasContent(PID);
        assertThat(cgroups.make(0).folders()).containsExactly(home.resolve("bellhop-" + PID + "-0"));
    }

    @Test
    void takesWhatHasStartedTheBotWithIt() throws IOException {
        var starter = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(home.resolve("cgroup.procs"), starter + "\n" + PID + "\n");

        assertThat(second(home)).isPresent();
        assertThat(bot.resolve("cgroup.procs")).hasContent(PID); // the last of those that were written

        Files.writeString(home.resolve("cgroup.procs"), PID + "\n" + starter + "\n");

        assertThat(second(home)).isPresent();
        assertThat(bot.resolve("cgroup.procs")).hasContent(Long.toString(starter));
    }

    @Test
    void leavesALogInWhereItIs() throws IOException {
        var starter = ProcessHandle.current().parent().orElseThrow().pid();
        var session = Files.move(home, home.resolveSibling("session-1.scope"));
        Files.writeString(session.resolve("cgroup.procs"), starter + "\n" + PID + "\n");

        var _ = second(session);

        assertThat(session.resolve("bellhop-bot/cgroup.procs")).isEmptyFile();
        Files.move(session, home);
    }

    @Test
    void leavesOthersWhereTheyAre() throws IOException {
        Files.writeString(home.resolve("cgroup.procs"), "999999999\n" + PID + "\n");

        var _ = second(home);

        assertThat(bot.resolve("cgroup.procs")).isEmptyFile();
    }

    @Test
    void makesGroupsBesideTheBotsOwnWhenItIsLoadedAgain() throws IOException {
        Files.writeString(bot.resolve("cgroup.procs"), PID + "\n");

        var cgroups = second(bot).orElseThrow();

        assertThat(bot.resolve("bellhop-bot")).doesNotExist();
        assertThat(cgroups.make(0).folders()).containsExactly(home.resolve("bellhop-" + PID + "-0"));
    }

    @Test
    void takesVersion2WhereVersion1IsThereButOfNoUse() {
        var unusable = Map.of(
                "memory",
                home.resolve("not/there"),
                "pids",
                home.resolve("nor/here"),
                "cpuacct",
                home.resolve("no/where"));

        assertThat(Cgroups.find(new Hierarchies(unusable, Optional.of(home))))
                .map(Cgroups::found)
                .contains("cgroup v2");
    }

    @Test
    void endsWhatABotThatWasKilledLeftInItsGroups() throws Exception {
        var group = Files.createDirectory(home.resolve("bellhop-999999999-0"));
        var process = new ProcessBuilder("sleep", "1000").start();
        var inside = Files.writeString(group.resolve("cgroup.procs"), process.pid() + "\n");
        var gone = process.onExit().thenRun(() -> inside.toFile().delete()); // as the kernel sees to it

        second(home);

        gone.get(1, TimeUnit.MINUTES);
        assertThat(group).doesNotExist();
    }

    @Test
    void leavesTheGroupsOfAnotherBotAlone() throws Exception {
        var process = new ProcessBuilder("sleep", "1000").start();
        var group = Files.createDirectory(home.resolve("bellhop-" + process.pid() + "-0"));
        Files.writeString(group.resolve("cgroup.procs"), process.pid() + "\n");

        second(home);

        assertThat(group).exists();
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly();
    }

    private static Optional<Cgroups> second(Path folder) {
        return Cgroups.find(new Hierarchies(Map.of(), Optional.of(folder)));
    }
}
