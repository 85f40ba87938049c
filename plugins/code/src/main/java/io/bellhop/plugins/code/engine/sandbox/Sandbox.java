package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.Input;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.sandbox.watch.Counted;
import io.bellhop.plugins.code.engine.sandbox.watch.Family;
import io.bellhop.plugins.code.engine.sandbox.watch.Halt;
import io.bellhop.plugins.code.engine.sandbox.watch.Meter;
import io.bellhop.plugins.code.engine.sandbox.watch.Polled;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sandbox that waits for steps. They run one after the other and share its folders and nothing else; when a step has
 * ended, none of its processes is left. For one thread at a time.
 */
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    /** How long the sandbox's first process may take to end a step that shall end. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** How long making a sandbox may take, which takes some hundredths of a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_DIAGNOSTICS = 2000;

    private final Process process;
    private final Duration patience;
    private final Family family;
    private final Meter meter;
    private final AtomicReference<@Nullable Running> current = new AtomicReference<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    /** Known before anybody hears how the last step went, and before the process is seen to have ended. */
    private volatile boolean isSpent;

    /**
     * Takes a sandbox over.
     *
     * @param process what made it
     * @param slot what it takes
     * @param own how many of its processes watch over the program, each the parent of the next
     */
    Sandbox(Process process, Slot slot, int own) {
        this(process, slot, own, PATIENCE);
    }

    Sandbox(Process process, Slot slot, int own, Duration patience) {
        this.process = process;
        this.patience = patience;
        this.family = new Family(process.pid(), own);
        this.meter = slot.group().<Meter>map(Counted::new).orElseGet(() -> new Polled(family));
        Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name("code-sandbox-" + slot.number())
                .start(this::read);
    }

    /**
     * Waits until the sandbox is there. There is no need to: a step waits by itself.
     *
     * @return what is wrong, in the words of what should have made it, which may name files of the host: for the log;
     *     empty if it is there
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Optional<String> awaitReady() throws InterruptedException {
        try {
            if (ready.get(patience.toNanos(), TimeUnit.NANOSECONDS) && isOpen()) {
                return Optional.empty();
            }
        } catch (TimeoutException e) {
            close();
            return Optional.of("it was not there after " + Words.of(patience));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        close();
        return Optional.of(diagnostics());
    }

    /**
     * Runs a step to its end, or to one of its limits.
     *
     * @param step what to do
     * @param progress hears what it writes, on a thread of the sandbox
     * @return how it went; a fault of the sandbox is a verdict too
     * @throws InterruptedException if the thread is interrupted; the sandbox is then closed
     */
    public Ran run(Step step, Progress progress) throws InterruptedException {
        try {
            var wrong = awaitReady();
            if (wrong.isPresent()) {
                LOG.warn("A sandbox could not be made: {}", wrong.get());
                return failed(step, "the sandbox could not be made");
            }
            return perform(step, progress);
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    private Ran perform(Step step, Progress progress) throws InterruptedException {
        var feed = feed(step, progress);
        var running = new Running(step, progress, meter, feed, () -> send(Wire.KILL, new byte[0]));
        try (feed) {
            meter.begin(step.allowance().memory());
            current.set(running);
            send(Wire.STEP, Wire.bytes(step, feed.isOpen()));
            if (isSpent) {
                finish(); // the sandbox has ended, and nobody else will say so
            }
            watch(running, feed, step.allowance());
        } catch (IOException e) {
            return ended(running, new Verdict.MemoryLimit(step.allowance().memory()));
        }
        return running.ran();
    }

    /**
     * Tells whether it can run steps.
     *
     * @return false once it has ended, for whatever reason
     */
    public boolean isOpen() {
        return !isSpent && process.isAlive();
    }

    /** Lets the sandbox end with all that is in it, which {@link #close} waits for. */
    public void letEnd() {
        if (!endFirst() && process.isAlive()) {
            Halt.of(process.pid()); // a first process that began now would wait for ever to be told to go on
            endFirst();
            process.toHandle().destroyForcibly(); // not the process itself: what it has said would be lost
        }
    }

    private boolean endFirst() {
        return family.first()
                .flatMap(ProcessHandle::of)
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    /** Ends the sandbox with all that is in it. Returns when nothing of it is left. */
    @Override
    public void close() {
        letEnd();
        if (!ended(GRACE)) {
            process.destroyForcibly();
        }
        if (!ended(GRACE)) {
            LOG.warn("the sandbox of process {} does not end", process.pid());
        }
    }

    private boolean ended(Duration within) {
        var interrupted = false;
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Feed feed(Step step, Progress progress) {
        var more = step.stdin().length > 0 ? Optional.<Input>empty() : progress.input();
        return new Feed(more, family::waitsForInput, this::send);
    }

    private void watch(Running running, Feed feed, Allowance allowance) throws InterruptedException {
        var watch = new Watch(allowance, meter);
        while (!running.await(feed.next(watch.next(running.elapsed())))) {
            feed.look();
            var over = watch.look(running.elapsed());
            if (over.isPresent()) {
                stop(running, over.get());
                return;
            }
        }
    }

    private void stop(Running running, Verdict reason) throws InterruptedException {
        running.stop(reason);
        if (!running.await(GRACE)) {
            close();
            running.await(GRACE);
        }
    }

    private void send(char kind, byte[] bytes) {
        try {
            Wire.send(process.getOutputStream(), kind, bytes);
        } catch (IOException e) {
            LOG.debug("a sandbox takes nothing any more", e); // its end is noticed by the reader
        }
    }

    private void read() {
        try {
            for (var frame = next(); frame.isPresent(); frame = next()) {
                take(frame.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("a sandbox broke off", e);
        } finally {
            isSpent = true;
            ready.complete(false);
            finish();
        }
    }

    private Optional<Wire.Frame> next() throws IOException {
        return Wire.receive(process.getInputStream());
    }

    private void take(Wire.Frame frame) throws IOException {
        if (frame.kind() == Wire.BARE) {
            meter.settle();
            send(Wire.BARE, new byte[0]);
            return;
        }
        if (frame.kind() == Wire.READY) {
            meter.settle();
            ready.complete(true);
            return;
        }
        if (frame.kind() == Wire.SPENT) {
            isSpent = true;
            return;
        }
        isSpent |= frame.kind() == Wire.FAULT; // it may end itself now
        var running = current.get();
        if (running != null && !running.take(frame)) {
            finish();
        }
    }

    private void finish() {
        var running = current.getAndSet(null);
        if (running != null) {
            running.finish();
        }
    }

    private Ran failed(Step step, String reason) {
        var feed = feed(step, Progress.UNHEARD);
        return ended(new Running(step, Progress.UNHEARD, meter, feed, () -> {}), new Verdict.EngineFailure(reason));
    }

    private static Ran ended(Running running, Verdict verdict) {
        running.settle(verdict);
        running.finish();
        return running.ran();
    }

    private String diagnostics() {
        try {
            return new String(process.getErrorStream().readNBytes(MOST_DIAGNOSTICS), UTF_8).strip();
        } catch (IOException e) {
            return "it says nothing";
        }
    }
}
