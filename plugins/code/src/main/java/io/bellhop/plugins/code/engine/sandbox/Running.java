package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.OutputRecorder;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.watch.Meter;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A step that runs: takes down what its sandbox says of it, on the sandbox's thread, until it has ended. */
final class Running {
    private final Step step;
    private final OutputRecorder recorder;
    private final Meter meter;
    private final Feed feed;
    private final Runnable kill;
    private final Map<Output.Stream, Utf8> decoders = new EnumMap<>(Map.of(
            Output.Stream.OUT, new Utf8(),
            Output.Stream.ERR, new Utf8()));
    private final Collected collected = new Collected();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();
    private final long start = System.nanoTime();
    private volatile Duration wall = Duration.ZERO;
    private volatile Duration cpu = Duration.ZERO;
    private volatile Duration counted = Duration.ZERO;
    private volatile long peak;

    Running(Step step, Progress progress, Meter meter, Feed feed, Runnable kill) {
        this.step = step;
        this.recorder = new OutputRecorder(step.allowance().output(), progress);
        this.meter = meter;
        this.feed = feed;
        this.kill = kill;
    }

    /** Takes a frame; false if it was the step's last. */
    boolean take(Wire.Frame frame) throws IOException {
        switch (frame.kind()) {
            case Wire.OUT -> write(Output.Stream.OUT, frame.bytes());
            case Wire.ERR -> write(Output.Stream.ERR, frame.bytes());
            case Wire.FED -> feed.isRead();
            case Wire.FILE, Wire.DATA, Wire.LEFT_OUT -> collected.take(frame);
            case Wire.END -> end(frame);
            case Wire.FAULT -> conclude(new Verdict.EngineFailure(frame.text()));
            default -> throw new IOException("unexpected from a sandbox: " + frame.kind());
        }
        return frame.kind() != Wire.END && frame.kind() != Wire.FAULT;
    }

    /** Wakes who waits for the end, which is there. */
    void finish() {
        wall = elapsed();
        if (verdict.get() == null && meter.isOverMemory()) {
            settle(overMemory());
        }
        decoders.forEach((stream, decoder) -> recorder.write(stream, decoder.end()));
        ended.countDown();
    }

    /** Waits for the end; false if it is not there after so long. */
    boolean await(Duration most) throws InterruptedException {
        return ended.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the step for a reason, unless it has ended for another. */
    void stop(Verdict reason) {
        settle(reason);
        counted = meter.cpu();
        kill.run();
    }

    void settle(Verdict how) {
        verdict.compareAndSet(null, how);
    }

    /** Returns how long it has run, without what it waited for somebody to answer it. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start).minus(feed.waited());
    }

    /** Returns how it went. Only once it has ended. */
    Ran ran() {
        var how = Optional.ofNullable(verdict.get())
                .orElseGet(() -> new Verdict.EngineFailure("the sandbox ended before the program did"));
        var usage = new Usage(wall, how instanceof Verdict.CpuLimit ? most(cpu, counted) : cpu, meter.peakMemory(peak));
        return new Ran(new Stage(step.kind(), how, recorder.output(), usage), collected.files(), collected.leftOut());
    }

    /** The limit counts what the sandbox's own process does for the program too, so the usage can't be below it. */
    private static Duration most(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void write(Output.Stream stream, byte[] bytes) {
        var text = java.util.Objects.requireNonNull(decoders.get(stream)).decode(bytes);
        if (verdict.get() instanceof Verdict.OutputLimit) {
            return;
        }
        if (!recorder.write(stream, text)) {
            stop(new Verdict.OutputLimit(step.allowance().output()));
        }
    }

    private void end(Wire.Frame frame) throws IOException {
        var data = frame.read();
        var status = data.readInt();
        cpu = Duration.ofNanos(data.readLong() * 1000);
        peak = data.readLong();
        conclude(Status.verdict(status, cpu, step));
    }

    /** Whatever the sandbox says, memory is why if the kernel has killed for it. */
    private void conclude(Verdict said) {
        if (verdict.get() == null) {
            settle(meter.isOverMemory() ? overMemory() : said);
        }
    }

    private Verdict overMemory() {
        return new Verdict.MemoryLimit(step.allowance().memory(), meter.killed());
    }
}
