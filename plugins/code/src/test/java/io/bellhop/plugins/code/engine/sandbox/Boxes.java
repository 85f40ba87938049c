package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Cgroups;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sandboxes for tests, as the engine makes them, with limits that no honest program meets on a busy machine. */
final class Boxes implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(2);
    static final Allowance AMPLE = new Allowance(LONG, LONG, 256 << 20, 1 << 20);
    static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "HOME", "/work", "LANG", "C.UTF-8");

    private static final int UID = 68_900;

    private final Sandboxes sandboxes;
    private final Optional<Cgroups> cgroups;
    private final Optional<Group> group;

    Boxes() throws IOException {
        this(Cgroups.find());
    }

    /** Makes sandboxes of which none has a control group, as where the bot may not make some. */
    static Boxes withoutGroups() throws IOException {
        return new Boxes(Optional.empty());
    }

    private Boxes(Optional<Cgroups> cgroups) throws IOException {
        this.cgroups = cgroups;
        group = cgroups.isPresent() ? Optional.of(cgroups.get().make(0)) : Optional.empty();
        sandboxes = new Sandboxes(new View(List.of(), 64 << 20));
    }

    Sandbox open() throws IOException, InterruptedException {
        return sandboxes.open(new Slot(0, user(), group));
    }

    Sandbox openPython() throws IOException, InterruptedException {
        return sandboxes.openPython(new Slot(0, user(), group));
    }

    Sandbox openNode(WarmNode node) throws IOException, InterruptedException {
        return sandboxes.openNode(new Slot(0, user(), group), node);
    }

    /** As {@link #openNode(WarmNode)}, by a bot that is slow to look at it. */
    Sandbox openNodeLate(WarmNode node) throws IOException, InterruptedException {
        return sandboxes.openNode(new Slot(0, user(), group.map(LateGroup::new)), node);
    }

    /** As {@link #openPython}, where the kernel does not tell the most memory that a group had. */
    Sandbox openPythonWithoutPeak() throws IOException, InterruptedException {
        return sandboxes.openPython(new Slot(0, user(), group.map(same -> new ChangedGroup(same) {
            @Override
            public long peakMemory() {
                return 0;
            }
        })));
    }

    boolean haveGroup() {
        return group.isPresent();
    }

    /** Runs one command in a sandbox of its own. */
    Ran run(String... command) throws IOException, InterruptedException {
        return run(step(command));
    }

    Ran run(Step step) throws IOException, InterruptedException {
        try (var sandbox = open()) {
            return sandbox.run(step, Progress.UNHEARD);
        }
    }

    Ran shell(Allowance allowance, String script) throws IOException, InterruptedException {
        return run(limited(allowance, "sh", "-c", script));
    }

    static Step step(String... command) {
        return limited(AMPLE, command);
    }

    static Step limited(Allowance allowance, String... command) {
        return new Step(
                Stage.Kind.RUN, List.of(command), ENVIRONMENT, List.of(), new byte[0], allowance, Optional.empty());
    }

    /** A Python program, as those that are forked have it. */
    static Step python(String program, Allowance allowance, Optional<Step.Collect> collect) {
        return new Step(
                Stage.Kind.RUN,
                List.of("python3", "main.py"),
                ENVIRONMENT,
                List.of(new SandboxFile("main.py", program.getBytes(UTF_8), false)),
                new byte[0],
                allowance,
                collect);
    }

    static Step reading(String stdin, String... command) {
        return new Step(
                Stage.Kind.RUN,
                List.of(command),
                ENVIRONMENT,
                List.of(),
                stdin.getBytes(UTF_8),
                AMPLE,
                Optional.empty());
    }

    static Optional<HostUser> user() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                ? Optional.of(new HostUser(UID, false))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        sandboxes.close();
        cgroups.ifPresent(Cgroups::close);
    }
}
