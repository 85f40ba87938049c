package io.bellhop.plugins.code.engine.sandbox.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Allowance;
import io.bellhop.plugins.code.engine.sandbox.Machine;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.engine.sandbox.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Attacks one sandbox from within, by programs that do what hostile ones would. Takes about a second. */
public final class SelfTest {
    private static final String REPORT = "Report this as a fault of Bellhop, with what doctor says";
    private static final String ATTACK = script();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(300);
    private static final long MEMORY = 48L << 20;
    private static final int OUTPUT = 64 << 10;

    /**
     * prlimit64; then unshare, mount, ptrace, bpf, keyctl, io_uring_setup, userfaultfd, perf_event_open, shmget, setns,
     * memfd_create.
     */
    private static final Map<Machine, List<Integer>> CALLS = Map.of(
            Machine.X86_64, List.of(302, 272, 165, 101, 321, 250, 425, 323, 298, 29, 308, 319),
            Machine.ARM64, List.of(261, 97, 40, 117, 280, 219, 425, 282, 241, 194, 268, 279));

    private final Sandbox sandbox;

    /**
     * Makes a self-test.
     *
     * @param sandbox the sandbox that it attacks, of no use afterwards
     */
    public SelfTest(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Attacks.
     *
     * @return what was tried, each with its outcome
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public List<Layer> run() throws InterruptedException {
        var layers = new ArrayList<>(attack());
        layers.add(time());
        layers.add(memory());
        foreignCalls().ifPresent(layers::add);
        return List.copyOf(layers);
    }

    private List<Layer> attack() throws InterruptedException {
        var numbers = Machine.here().map(CALLS::get).orElseThrow().stream().map(Object::toString);
        var command =
                Stream.concat(Stream.of("/usr/bin/perl", "-e", ATTACK), numbers).toList();
        var stage = run(command, LONG, List.of());
        var layers = stage.output()
                .of(Output.Stream.OUT)
                .lines()
                .map(SelfTest::layer)
                .toList();
        return stage.verdict().equals(new Verdict.Exited(0)) && !layers.isEmpty()
                ? layers
                : List.of(Layer.of("sandbox", false, "its attack on itself failed: " + stage.verdict(), REPORT));
    }

    private Layer time() throws InterruptedException {
        var deaf = "$SIG{$_} = 'IGNORE' for qw(TERM INT HUP ALRM); fork; sleep 1 while 1";
        var verdict =
                run(List.of("/usr/bin/perl", "-e", deaf), BRIEF, List.of()).verdict();
        return Layer.of("time", verdict instanceof Verdict.TimeLimit, "what ignores all signals is ended too", REPORT);
    }

    private Layer memory() throws InterruptedException {
        var greedy = "my @held; push @held, 'x' x 1_000_000 while 1";
        var verdict =
                run(List.of("/usr/bin/perl", "-e", greedy), LONG, List.of()).verdict();
        return Layer.of("memory", verdict instanceof Verdict.MemoryLimit, "what takes too much is ended", REPORT);
    }

    private Optional<Layer> foreignCalls() throws InterruptedException {
        if (!Machine.here().equals(Optional.of(Machine.X86_64))) {
            return Optional.empty();
        }
        var program = new SandboxFile("foreign", ForeignProgram.elf(), true);
        var verdict = run(List.of("./foreign"), LONG, List.of(program)).verdict();
        var holds = verdict.equals(new Verdict.Signalled("SIGSYS"));
        return Optional.of(Layer.of("32-bit calls", holds, "a program that makes one is ended", REPORT));
    }

    private Stage run(List<String> command, Duration wall, List<SandboxFile> files) throws InterruptedException {
        var allowance = new Allowance(wall, LONG, MEMORY, OUTPUT);
        var step = new Step(Stage.Kind.RUN, command, Map.of(), files, new byte[0], allowance, Optional.empty());
        return sandbox.run(step, Progress.UNHEARD).stage();
    }

    private static Layer layer(String line) {
        var fields = line.split("\t", 3);
        return Layer.of(fields[0], fields[1].equals("holds"), fields[2], REPORT);
    }

    private static String script() {
        try (var resource = SelfTest.class.getResourceAsStream("attack.pl")) {
            return new String(Optional.ofNullable(resource).orElseThrow().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
