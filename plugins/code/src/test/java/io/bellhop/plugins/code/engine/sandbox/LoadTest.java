package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs beside each other, and one after the other in the same slot. */
@NeedsSandbox
class LoadTest {
    private static final int SLOTS = 4;
    private static final int FIRST_UID = 68_800;
    private static final long MEMORY = 48L << 20;
    private static final Allowance LIMITS = new Allowance(Boxes.LONG, Boxes.LONG, MEMORY, 1 << 16);

    private final Optional<Cgroups> cgroups = Cgroups.find();
    private final Sandboxes sandboxes;

    LoadTest() throws IOException {
        sandboxes = new Sandboxes(new View(List.of(), 32 << 20));
    }

    @AfterEach
    void close() throws IOException {
        sandboxes.close();
        cgroups.ifPresent(Cgroups::close);
    }

    @Test
    void jobsNearTheirLimitsDoNotCostEachOtherMemory() throws Exception {
        assertThat(all(1, "import time; held = b'x' * (36 << 20); time.sleep(0.3)"))
                .hasSize(SLOTS)
                .containsOnly(new Verdict.Exited(0));
    }

    @Test
    void identicalJobsFindNothingOfEachOther() throws Exception {
        assertThat(all(8, """
                import os, sys
                places = ("/tmp", "/dev/shm", "/work", "/var/tmp")
                others = [p for p in os.listdir("/proc") if p.isdigit() and int(p) not in (1, os.getpid())]
                for place in places:
                    if "left" in os.listdir(place):
                        sys.exit(f"left in {place}")
                for place in places[:3]:
                    open(place + "/left", "w").write("x")
                if os.fork() == 0:
                    import time; time.sleep(1000)
                sys.exit(f"others {others}" if others else 0)
                """)).hasSize(8 * SLOTS).containsOnly(new Verdict.Exited(0));
        assertThat(processesOfSlots()).isZero();
    }

    private List<Verdict> all(int rounds, String script) throws Exception {
        try (var jobs = Executors.newFixedThreadPool(SLOTS)) {
            var tasks = IntStream.range(0, SLOTS)
                    .mapToObj(number -> (Callable<List<Verdict>>) () -> inTurn(number, rounds, script))
                    .toList();
            return jobs.invokeAll(tasks).stream()
                    .map(Future::resultNow)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private List<Verdict> inTurn(int number, int rounds, String script) throws IOException, InterruptedException {
        var slot = new Slot(number, Boxes.user().map(_ -> new HostUser(FIRST_UID + number, false)), group(number));
        var verdicts = new java.util.ArrayList<Verdict>();
        for (var round = 0; round < rounds; round++) {
            try (var sandbox = sandboxes.open(slot)) {
                var ran = sandbox.run(Boxes.limited(LIMITS, "/usr/bin/python3", "-c", script), Progress.UNHEARD);
                verdicts.add(ran.stage().verdict());
            }
        }
        return verdicts;
    }

    private Optional<Group> group(int number) throws IOException {
        return cgroups.isPresent() ? Optional.of(cgroups.get().make(20 + number)) : Optional.empty();
    }

    /** Counts what the slots' users still have running, where they have users of their own. */
    private static long processesOfSlots() throws IOException {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var count = 0L;
            for (var process : processes) {
                count += isOfASlot(process) ? 1 : 0;
            }
            return count;
        }
    }

    private static boolean isOfASlot(Path process) {
        try {
            var user = (int) Files.getAttribute(process, "unix:uid");
            return user >= FIRST_UID && user < FIRST_UID + SLOTS;
        } catch (IOException e) {
            return false; // it has ended
        }
    }
}
