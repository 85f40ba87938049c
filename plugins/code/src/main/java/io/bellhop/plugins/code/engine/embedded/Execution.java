package io.bellhop.plugins.code.engine.embedded;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.OutputRecorder;
import io.bellhop.plugins.code.engine.Verdict;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.WasmEngineException;

/** Takes one program through a QuickJS of its own, on the calling thread, to its verdict. */
final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);
    private static final String TOO_DEEP = """
            RangeError: Maximum call stack size exceeded
                (here this ends the program, even inside try)
            """;

    /** Room for the rest of a character that straddles the output's cap. */
    private static final int ONE_CHARACTER = 4;

    private final Job job;
    private final OutputRecorder recorder;
    private final RandomGenerator random;
    private volatile @Nullable QuickJs quickJs;

    Execution(Job job, OutputRecorder recorder, RandomGenerator random) {
        this.job = job;
        this.recorder = recorder;
        this.random = random;
    }

    /**
     * Runs the program.
     *
     * @param images gives what the program starts from, perhaps after a while
     * @param started is told when that is there, and the program's own time begins
     * @return how it ended
     */
    Verdict run(Supplier<Image> images, Runnable started) {
        try {
            var image = images.get();
            started.run();
            return drive(engine(image), image);
        } catch (OutOfMemoryError e) {
            return full(e);
        } catch (Ended ended) {
            return ended.verdict();
        } catch (WasmInterruptedException e) {
            return new Verdict.EngineFailure("the program was stopped from outside");
        } catch (WasmEngineException | StackOverflowError e) {
            return broken(e);
        }
    }

    /** {@return the most bytes of memory that the program had} */
    long peakMemory() {
        var engine = quickJs;
        return engine == null ? 0 : engine.memory().size();
    }

    private QuickJs engine(Image image) {
        var limits = job.limits();
        var host = new ProgramHost(job, recorder, random);
        var engine = QuickJs.from(image, host, limits.output() + ONE_CHARACTER, limits.memory());
        quickJs = engine;
        return engine;
    }

    /** Runs the program, then its timers one by one; the last one's end is the host's to announce. */
    private static Verdict drive(QuickJs engine, Image image) {
        engine.evaluate(image.run());
        while (true) {
            engine.evaluate(image.tick());
        }
    }

    /** The bot's heap was full before the program's limit was reached; what the program had is given back. */
    private Verdict full(OutOfMemoryError cause) {
        LOG.warn(
                "The bot's heap has no room for a program that may have {} bytes",
                job.limits().memory(),
                cause);
        return new Verdict.MemoryLimit(job.limits().memory());
    }

    private Verdict broken(Throwable cause) {
        var engine = quickJs;
        if (cause instanceof StackOverflowError
                || cause.getCause() instanceof StackOverflowError
                || (engine != null && engine.outOfStack())) {
            recorder.write(Stream.ERR, TOO_DEEP);
            return new Verdict.Exited(1);
        }
        LOG.error("QuickJS broke: {}", engine == null ? "at boot" : engine.diagnostics(), cause);
        return new Verdict.EngineFailure("the JavaScript engine broke");
    }
}
