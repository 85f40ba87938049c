package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsSandbox
class MemoryTest {
    private static final long MEMORY = 48 << 20;
    private static final Allowance SMALL = new Allowance(Boxes.LONG, Boxes.LONG, MEMORY, 1 << 16);

    /** Who watches over memory. */
    enum By {
        CGROUP,
        POLLING;

        Boxes boxes() throws IOException {
            return this == CGROUP ? new Boxes() : Boxes.withoutGroups();
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsWhatTakesTooMuch(By by) throws Exception {
        assertThat(verdict(by, "a = b'x' * (400 << 20); import time; time.sleep(100)"))
                .isInstanceOfSatisfying(
                        Verdict.MemoryLimit.class,
                        limit -> assertThat(limit.limit()).isEqualTo(MEMORY));
    }

    @ParameterizedTest
    @EnumSource
    void endsChildrenThatTakeTooMuchTogether(By by) throws Exception {
        assertThat(verdict(by, """
                import os, time
                for _ in range(4):
                    if os.fork() == 0:
                        held = b'x' * (20 << 20); time.sleep(100)
                os.wait()
                """)).isInstanceOf(Verdict.MemoryLimit.class);
    }

    @ParameterizedTest
    @EnumSource
    void countsPagesThatProcessesShareOnce(By by) throws Exception {
        assertThat(verdict(by, """
                import os, time
                held = b'x' * (20 << 20)
                for _ in range(4):
                    if os.fork() == 0:
                        time.sleep(0.2); os._exit(0)
                for _ in range(4):
                    os.wait()
                """)).isEqualTo(new Verdict.Exited(0));
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatIsInTheFolders(By by) throws Exception {
        assertThat(verdict(by, """
                import time
                for folder in '/work', '/tmp', '/dev/shm':
                    open(folder + '/held', 'wb').write(b'x' * (20 << 20))
                time.sleep(100)
                """)).isInstanceOf(Verdict.MemoryLimit.class);
    }

    @Test
    void countsWhatIsInTheFoldersOfAForkedPython() throws Exception {
        var program = """
                import time
                for folder in '/work', '/tmp', '/dev/shm':
                    open(folder + '/held', 'wb').write(b'x' * (20 << 20))
                time.sleep(100)
                """;
        try (var boxes = Boxes.withoutGroups();
                var sandbox = boxes.openPython()) {
            assertThat(forked(sandbox, program).verdict()).isInstanceOf(Verdict.MemoryLimit.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsAFileThatIsMappedOnce(By by) throws Exception {
        assertThat(verdict(by, """
                import mmap, time
                with open('/work/held', 'wb+') as file:
                    file.truncate(28 << 20)
                    held = mmap.mmap(file.fileno(), 0)
                    for _ in range(28): held.write(b'x' * (1 << 20))
                    time.sleep(0.2)
                """)).isEqualTo(new Verdict.Exited(0));
    }

    @ParameterizedTest
    @EnumSource
    void tellsThePeak(By by) throws Exception {
        try (var boxes = by.boxes()) {
            var usage = boxes.run(Boxes.limited(SMALL, "python3", "-c", "a = b'x' * (30 << 20)"))
                    .stage()
                    .usage();

            assertThat(usage.peakMemory()).isBetween(30L << 20, MEMORY);
        }
    }

    @Test
    void tellsTheLimitAsThePeakOfWhatMetItWhateverIsLeftOfOthers() throws Exception {
        try (var boxes = new Boxes();
                var sandbox = boxes.openPython()) {
            assumeTrue(boxes.haveGroup());
            for (int time = 0; time < 4; time++) {
                var stage = forked(sandbox, "held = []\nwhile True: held.append(bytes(1 << 20))");

                assertThat(stage.verdict()).isInstanceOf(Verdict.MemoryLimit.class);
                assertThat(stage.usage().peakMemory()).isEqualTo(MEMORY);
            }
        }
    }

    @Test
    void tellsNothingOfWhatAForkedPythonShares() throws Exception {
        try (var boxes = new Boxes();
                var sandbox = boxes.openPythonWithoutPeak()) {
            assumeTrue(boxes.haveGroup());
            assertThat(forked(sandbox, "print(1)").usage().peakMemory()).isBetween(1L, 4L << 20);
            assertThat(forked(sandbox, "a = b'x' * (30 << 20)").usage().peakMemory())
                    .isBetween(30L << 20, 34L << 20);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CGROUP")
    void endsTheJobWhenTheKernelKilledAChildOfIt(By by) throws Exception {
        assertThat(verdict(by, """
                import os, time
                if os.fork() == 0:
                    held = b'x' * (400 << 20)
                os.wait()
                """))
                .isIn(new Verdict.MemoryLimit(MEMORY), new Verdict.MemoryLimit(MEMORY, Optional.of("python3")));
    }

    private static Stage forked(Sandbox sandbox, String program) throws InterruptedException {
        var step = Boxes.python(program, SMALL, Optional.empty());
        return sandbox.run(step, Progress.UNHEARD).stage();
    }

    private static Verdict verdict(By by, String script) throws IOException, InterruptedException {
        try (var boxes = by.boxes()) {
            return boxes.run(Boxes.limited(SMALL, "/usr/bin/python3", "-c", script))
                    .stage()
                    .verdict();
        }
    }
}
