package io.bellhop.plugins.code.engine.sandbox.selftest;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Attacks one sandbox from within, by programs that do what hostile ones would. Takes about a second. A sandbox that
 * did not survive an attack, as on a machine that is too busy to end it in time, is followed by another one.
 */
public final class SelfTest implements AutoCloseable {
    private static final String REPORT = "Report this as a fault of Bellhop, with what doctor says";
    private static final String SHOW_LESS =
            "Take it out of the roots of languages under plugins.code.languages, if it stands there; else report this"
                    + " as a fault of Bellhop, with what doctor says";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(300);
    private static final long LITTLE = 48L << 20;
    private static final long AMPLE = 256L << 20;
    private static final int OUTPUT = 64 << 10;

    /**
     * prlimit64; then unshare, mount, ptrace, bpf, keyctl, io_uring_setup, userfaultfd, perf_event_open, shmget, setns,
     * memfd_create.
     */
    private static final Map<Machine, List<Integer>> CALLS = Map.of(
            Machine.X86_64, List.of(302, 272, 165, 101, 321, 250, 425, 323, 298, 29, 308, 319),
            Machine.ARM64, List.of(261, 97, 40, 117, 280, 219, 425, 282, 241, 194, 268, 279));

    /** By the filter, or by a kernel that has no 32-bit calls at all. */
    private static final Set<String> FOREIGN_CALL_ENDS = Set.of("SIGSYS", "SIGSEGV");

    private final Opener opener;
    private final Arms arms;
    private Sandbox sandbox;

    private SelfTest(Opener opener, Arms arms) throws IOException, InterruptedException {
        this.opener = opener;
        this.arms = arms;
        this.sandbox = opener.open();
    }

    /** Makes a sandbox to attack, of no use afterwards. */
    public interface Opener {
        /**
         * Makes one; those before it are closed.
         *
         * @return the sandbox
         * @throws IOException if it could not be started
         * @throws InterruptedException if the thread is interrupted meanwhile
         */
        Sandbox open() throws IOException, InterruptedException;
    }

    /**
     * Makes a self-test of a sandbox that starts programs.
     *
     * @param opener makes it
     * @return the self-test
     * @throws IOException if the sandbox could not be started
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static SelfTest of(Opener opener) throws IOException, InterruptedException {
        return new SelfTest(opener, Arms.PERL);
    }

    /**
     * Makes a self-test of a sandbox that forks Python.
     *
     * @param opener makes it
     * @return the self-test
     * @throws IOException if the sandbox could not be started
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static SelfTest ofForks(Opener opener) throws IOException, InterruptedException {
        return new SelfTest(opener, Arms.PYTHON);
    }

    /**
     * Waits until the sandbox is there.
     *
     * @return as of {@link Sandbox#awaitReady}
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Optional<String> awaitReady() throws InterruptedException {
        return sandbox.awaitReady();
    }

    /** Ends the sandbox. */
    @Override
    public void close() {
        sandbox.close();
    }

    /**
     * Attacks.
     *
     * @return what was tried, each with its outcome
     * @throws IOException if another sandbox could not be started
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public List<Layer> run() throws IOException, InterruptedException {
        var layers = new ArrayList<>(attack());
        layers.add(time());
        layers.add(memory());
        foreignCalls().ifPresent(layers::add);
        return List.copyOf(layers);
    }

    private List<Layer> attack() throws IOException, InterruptedException {
        var numbers = Machine.here().map(CALLS::get).orElseThrow().stream()
                .map(Object::toString)
                .toList();
        var stage = run(arms.attack(), LONG, AMPLE, numbers);
        var layers = stage.output()
                .of(Output.Stream.OUT)
                .lines()
                .map(SelfTest::layer)
                .toList();
        return stage.verdict().equals(new Verdict.Exited(0)) && !layers.isEmpty()
                ? layers
                : List.of(Layer.of("sandbox", false, "its attack on itself failed: " + stage.verdict(), REPORT));
    }

    private Layer time() throws IOException, InterruptedException {
        var verdict = run(arms.deaf(), BRIEF, LITTLE, List.of()).verdict();
        return Layer.of("time", verdict instanceof Verdict.TimeLimit, "what ignores all signals is ended too", REPORT);
    }

    private Layer memory() throws IOException, InterruptedException {
        var verdict = run(arms.greedy(), LONG, LITTLE, List.of()).verdict();
        return Layer.of("memory", verdict instanceof Verdict.MemoryLimit, "what takes too much is ended", REPORT);
    }

    private Optional<Layer> foreignCalls() throws IOException, InterruptedException {
        if (!Machine.here().equals(Optional.of(Machine.X86_64))) {
            return Optional.empty();
        }
        var verdict = run(arms.foreign(), LONG, LITTLE, List.of()).verdict();
        var holds = verdict instanceof Verdict.Signalled(var signal) && FOREIGN_CALL_ENDS.contains(signal);
        return Optional.of(Layer.of("32-bit calls", holds, "a program that makes one is ended", REPORT));
    }

    private Stage run(String script, Duration wall, long memory, List<String> words)
            throws IOException, InterruptedException {
        var files = Stream.concat(
                        Stream.of(new SandboxFile("foreign", ForeignProgram.elf(), true)), arms.files(script).stream())
                .toList();
        var step = new Step(
                Stage.Kind.RUN,
                arms.command(script, words),
                Map.of(),
                files,
                new byte[0],
                new Allowance(wall, LONG, memory, OUTPUT),
                Optional.empty());
        return survivor().run(step, Progress.UNHEARD).stage();
    }

    private Sandbox survivor() throws IOException, InterruptedException {
        if (!sandbox.isOpen()) {
            sandbox.close();
            sandbox = opener.open();
        }
        return sandbox;
    }

    private static Layer layer(String line) {
        var fields = line.split("\t", 3);
        var remedy = fields[0].equals("files") ? SHOW_LESS : REPORT;
        return Layer.of(fields[0], fields[1].equals("holds"), fields[2], remedy);
    }
}
