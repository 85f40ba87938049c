package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.sandbox.bubblewrap.Bubblewrap;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.HostUser;
import io.bellhop.plugins.code.engine.sandbox.bubblewrap.View;
import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import io.bellhop.plugins.code.engine.sandbox.seccomp.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Makes sandboxes. All are started by one thread, since the kernel ends a sandbox with the thread that started it: so
 * they end when the bot does, however it does. Safe for use from any thread.
 */
public final class Sandboxes implements AutoCloseable {
    private static final String INIT = script("init.pl");
    private static final String FORK = script("fork.py");

    /** Python with the variables that its programs are to find, so that they need not be set for each. */
    private static final List<String> PYTHON = Stream.of(
                    Stream.of("/usr/bin/env", "-i"),
                    Stream.of(Variables.ALL, Variables.PYTHON)
                            .flatMap(variables -> variables.entrySet().stream())
                            .map(variable -> variable.getKey() + "=" + variable.getValue()),
                    Stream.of("python3", "-c", FORK))
            .flatMap(words -> words)
            .toList();

    private final Machine machine;
    private final Bubblewrap bubblewrap;
    private final Filter filter;
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("code-sandbox-starter").factory());

    /**
     * Makes a maker of sandboxes.
     *
     * @param view what they see of the file system
     * @throws IOException if there is no room for what they need
     */
    public Sandboxes(View view) throws IOException {
        this.machine = Machine.here().orElseThrow(() -> new IOException("no filter for this processor is shipped"));
        this.bubblewrap = new Bubblewrap(view);
        this.filter = new Filter(machine.architecture());
    }

    /**
     * Tells whether there is a Python that could be forked.
     *
     * @return whether one is installed
     */
    public static boolean hasPython() {
        return Stream.of(Variables.PATH.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    /**
     * Makes a sandbox, which waits for its first step.
     *
     * @param slot whose user and control groups it has; no two sandboxes share one at a time
     * @return the sandbox
     * @throws IOException if it could not be started
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Sandbox open(Slot slot) throws IOException, InterruptedException {
        return open(slot, List.of());
    }

    /**
     * Makes a sandbox in which Node is started already and waits for its program: for one step, whose command must be
     * the same, with the program's arguments after it, and whose allowance must be the same too.
     *
     * @param slot as in {@link #open(Slot)}
     * @param node how Node is started
     * @return the sandbox
     * @throws IOException if it could not be started
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Sandbox openNode(Slot slot, WarmNode node) throws IOException, InterruptedException {
        return open(slot, node.words());
    }

    private Sandbox open(Slot slot, List<String> early) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/perl", "-e", INIT));
        command.addAll(machine.arguments());
        command.addAll(early);
        return started(slot, 1, bubblewrap.command(filter.file(), slot.user(), folders(slot), command));
    }

    /**
     * Makes a sandbox that can run one Python program after the other, without a new sandbox or a new Python for each:
     * what each sees is its own all the same. A step's command must be a Python and the name of its program's file.
     *
     * @param slot as in {@link #open(Slot)}
     * @return the sandbox
     * @throws IOException if it could not be started
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Sandbox openPython(Slot slot) throws IOException, InterruptedException {
        var command = new ArrayList<>(PYTHON);
        command.add(Long.toString(bubblewrap.folderSize()));
        return started(slot, 2, bubblewrap.makingNamespaces(filter.file(), slot.user(), folders(slot), command));
    }

    private Sandbox started(Slot slot, int own, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(HostUser.ENVIRONMENT);
        return new Sandbox(started(builder), slot, own);
    }

    /** Stops making sandboxes. Those that there are end. */
    @Override
    public void close() throws IOException {
        starter.shutdownNow();
        filter.close();
    }

    private static List<Path> folders(Slot slot) {
        return slot.group().map(Group::folders).orElse(List.of());
    }

    /** Whoever does not wait until the end gets no process, so that nobody else shares a slot with it. */
    private Process started(ProcessBuilder builder) throws IOException, InterruptedException {
        var starting = CompletableFuture.supplyAsync(() -> start(builder), starter);
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw new IOException("a sandbox could not be started", e.getCause());
        } catch (InterruptedException e) {
            var _ = starting.thenAccept(Process::destroyForcibly);
            throw e;
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.redirectError(Redirect.PIPE).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script(String name) {
        try (var resource = Sandboxes.class.getResourceAsStream(name)) {
            return new String(Optional.ofNullable(resource).orElseThrow().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
