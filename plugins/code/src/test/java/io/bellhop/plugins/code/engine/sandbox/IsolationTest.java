package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program finds itself in, whether it was started or forked. */
@NeedsSandbox
class IsolationTest {
    /** How a program comes into its sandbox. */
    enum Begun {
        STARTED,
        FORKED;

        Sandbox open(Sandboxes sandboxes) throws IOException, InterruptedException {
            var slot = new Slot(0, Boxes.user(), Optional.empty());
            return this == STARTED ? sandboxes.open(slot) : sandboxes.openPython(slot);
        }

        String says(View view, String program) throws IOException, InterruptedException {
            try (var sandboxes = new Sandboxes(view);
                    var sandbox = open(sandboxes)) {
                var step = Boxes.python(program, Boxes.AMPLE, Optional.empty());
                return sandbox.run(step, Progress.UNHEARD).stage().output().merged();
            }
        }
    }

    private static final View PLAIN = new View(List.of(), 64 << 20);

    @ParameterizedTest
    @EnumSource
    void areProcessesOfAnOrdinaryUserOfTheHost(Begun begun) throws Exception {
        var before = ProcessHandle.current().descendants().toList();
        try (var sandboxes = new Sandboxes(PLAIN);
                var sandbox = begun.open(sandboxes)) {
            assertThat(sandbox.awaitReady()).isEmpty();

            assertThat(ProcessHandle.current().descendants())
                    .filteredOn(process -> !before.contains(process))
                    .isNotEmpty()
                    .allSatisfy(process -> assertThat(Path.of("/proc/" + process.pid() + "/status"))
                            .content()
                            .containsPattern("Uid:(\\t" + user() + "){4}\n"));
        }
    }

    private static Object user() throws IOException {
        var own = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        return Boxes.user().isPresent() ? Boxes.user().get().number() : own;
    }

    @ParameterizedTest
    @EnumSource
    void areNamespacesOfItsOwnOfEveryKind(Begun begun) throws Exception {
        var inside = begun.says(PLAIN, """
                import os
                for kind in 'user', 'pid', 'mnt', 'net', 'ipc', 'uts', 'cgroup': print(os.readlink('/proc/self/ns/' + kind))
                """).lines().toList();

        assertThat(inside).hasSize(7);
        for (var namespace : inside) {
            var kind = namespace.substring(0, namespace.indexOf(':'));
            assertThat(Files.readSymbolicLink(Path.of("/proc/self/ns", kind))).isNotEqualTo(Path.of(namespace));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAnEtcOfAFewFiles(Begun begun) throws Exception {
        assertThat(begun.says(PLAIN, "import os\nfor name in os.listdir('/etc'): print(name)")
                        .lines())
                .isSubsetOf(
                        "alternatives",
                        "begin-node.js",
                        "group",
                        "hosts",
                        "ld.so.cache",
                        "ld.so.conf",
                        "ld.so.conf.d",
                        "nsswitch.conf",
                        "passwd")
                .contains("begin-node.js", "group", "hosts", "nsswitch.conf", "passwd");
    }

    @ParameterizedTest
    @EnumSource
    void areTheKernelsLimitsOfEachProcess(Begun begun) throws Exception {
        assertThat(begun.says(PLAIN, """
                import resource as r
                for limit in r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_STACK, r.RLIMIT_CORE, r.RLIMIT_NPROC, r.RLIMIT_NOFILE:
                  print(*r.getrlimit(limit))
                """)).isEqualTo("""
                122 122
                67108864 67108864
                67108864 67108864
                0 0
                256 256
                1024 1024
                """);
    }

    @ParameterizedTest
    @EnumSource
    void areFoldersThatALanguageNeedsToBeReadOnly(Begun begun) throws Exception {
        var shown = new View(List.of(Path.of("/var/lib/dpkg"), Path.of("/not/there")), 64 << 20);

        assertThat(begun.says(shown, """
                import os
                print('status' in os.listdir('/var/lib/dpkg'), os.listdir('/var/lib'), os.path.exists('/not'))
                print(os.statvfs('/var/lib/dpkg').f_flag & os.ST_RDONLY)
                """)).isEqualTo("True ['dpkg'] False\n1\n");
    }

    /** Such as the home of root, if the bot runs as root, and its sandboxes as others. */
    @ParameterizedTest
    @EnumSource
    void isThereThoughItsUserCanNotReachAFolderThatALanguageNeeds(Begun begun, @TempDir Path shut) throws Exception {
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
        var needed = Files.createDirectory(shut.resolve("needed"));

        assertThat(begun.says(new View(List.of(needed), 64 << 20), "print(6 * 7)"))
                .isEqualTo("42\n");
    }
}
