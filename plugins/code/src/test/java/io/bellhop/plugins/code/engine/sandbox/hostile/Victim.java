package io.bellhop.plugins.code.engine.sandbox.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Allowance;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.engine.sandbox.Step;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets an attack loose in a sandbox, and says what became of it. */
final class Victim implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration BRIEF = Duration.ofMillis(800);
    private static final int OUTPUT = 64 << 10;
    private static final int FOLDER = 32 << 20;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/bin:/bin", "HOME", "/work", "LANG", "C.UTF-8", "TMPDIR", "/tmp");
    private static final String JAVA = System.getProperty("java.home");

    private final Sandboxes sandboxes;
    private final int port;

    Victim(int port) throws IOException {
        this.port = port;
        this.sandboxes = new Sandboxes(new View(List.of(Path.of(JAVA)), FOLDER));
    }

    /** Returns what is wrong with what became of an attack, or empty if it is as it must be. */
    Optional<String> problem(Attack attack, Slot slot) throws IOException, InterruptedException {
        try (var sandbox = sandboxes.open(slot)) {
            return problem(attack, sandbox);
        }
    }

    /** Makes a sandbox that forks Python for one attack after the other. */
    Sandbox forking(Slot slot) throws IOException, InterruptedException {
        return sandboxes.openPython(slot);
    }

    /** Returns what is wrong with what became of an attack, or empty if it is as it must be. */
    Optional<String> problem(Attack attack, Sandbox sandbox) throws InterruptedException {
        var stage = made(attack, sandbox);
        var printed = stage.output().merged();
        var word = word(stage);
        if (!attack.expected().contains(word)) {
            return Optional.of(attack + ": " + word + " instead of " + attack.expected() + ", " + stage);
        }
        return (printed.contains(Attack.REACHED) && word.startsWith("exit")) || printed.contains("root:x:0")
                ? Optional.of(attack + " got through: " + printed)
                : Optional.empty();
    }

    private Stage made(Attack attack, Sandbox sandbox) throws InterruptedException {
        var file = "main." + attack.ending();
        return switch (attack.ending()) {
            case "c" -> compiled(attack, sandbox, "gcc", "-w", "-o", "main", file);
            case "cpp" -> compiled(attack, sandbox, "g++", "-w", "-o", "main", file);
            case "java" -> run(attack, sandbox, JAVA + "/bin/java", "-Xmx64m", "-XX:+UseSerialGC", file);
            case "sh" -> run(attack, sandbox, "sh", file);
            default -> run(attack, sandbox, "/usr/bin/python3", file, Integer.toString(port));
        };
    }

    private static Stage compiled(Attack attack, Sandbox sandbox, String... compiler) throws InterruptedException {
        var limits = new Allowance(Duration.ofSeconds(20), Duration.ofSeconds(5), 256 << 20, OUTPUT);
        var stage = sandbox.run(step(Stage.Kind.COMPILE, attack, limits, compiler), Progress.UNHEARD)
                .stage();
        return stage.verdict().equals(new Verdict.Exited(0)) && !attack.name().startsWith("compile/")
                ? run(attack, sandbox, "./main")
                : stage;
    }

    private static Stage run(Attack attack, Sandbox sandbox, String... command) throws InterruptedException {
        var wall = attack.expected().contains("time") ? BRIEF : LONG;
        var cpu = attack.expected().contains("cpu") ? BRIEF : LONG;
        var limits = new Allowance(wall, cpu, (long) attack.memory() << 20, OUTPUT);
        return sandbox.run(step(Stage.Kind.RUN, attack, limits, command), Progress.UNHEARD)
                .stage();
    }

    private static Step step(Stage.Kind kind, Attack attack, Allowance limits, String... command) {
        var files = new ArrayList<SandboxFile>();
        files.add(new SandboxFile("main." + attack.ending(), attack.source().getBytes(UTF_8), false));
        return new Step(kind, List.of(command), ENVIRONMENT, files, new byte[0], limits, Optional.empty());
    }

    private static String word(Stage stage) {
        return switch (stage.verdict()) {
            case Verdict.Exited(var code) -> "exit " + code;
            case Verdict.Signalled(var signal) -> "signal " + signal;
            case Verdict.CompileError() -> "compile";
            case Verdict.TimeLimit ignored -> "time";
            case Verdict.CpuLimit ignored -> "cpu";
            case Verdict.MemoryLimit ignored -> "memory";
            case Verdict.HeapLimit ignored -> "heap";
            case Verdict.OutputLimit ignored -> "output";
            case Verdict.EngineFailure(var reason) -> "failure: " + reason;
        };
    }

    @Override
    public void close() throws IOException {
        sandboxes.close();
    }
}
