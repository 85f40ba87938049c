package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import io.bellhop.plugins.code.language.LanguageSpec;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs Python without starting it: programs are forks of one that runs, in sandboxes that are used again. */
final class Pythons {
    private static final Logger LOG = LoggerFactory.getLogger(Pythons.class);

    /** How Python is run where its owner wishes nothing else; only that is what a fork does. */
    private static final List<String> COMMAND = List.of("python3", "{file}", "{args}");

    private final Sandboxes sandboxes;
    private final List<Slot> slots;
    private volatile Optional<Pool> pool = Optional.empty();

    /**
     * Makes the runner. It runs nothing before {@link #start}.
     *
     * @param sandboxes makes the sandboxes
     * @param slots what each has for itself, one for each program that runs at a time
     */
    Pythons(Sandboxes sandboxes, List<Slot> slots) {
        this.sandboxes = sandboxes;
        this.slots = slots;
    }

    /**
     * Starts Python, if it is there and can be forked here. Blocks until that is known.
     *
     * @param installed the languages that are there
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    synchronized void start(Collection<LanguageSpec> installed) throws InterruptedException {
        if (pool.isPresent() || installed.stream().noneMatch(Pythons::isPlain)) {
            return;
        }
        var made = new Pool(sandboxes::openPython, slots);
        var first = made.take();
        var wrong = first.sandbox().awaitReady();
        if (wrong.isPresent()) {
            LOG.warn("Python can't be forked here, so it is started for each program: {}", wrong.get());
            made.close();
        } else {
            made.give(first);
            pool = Optional.of(made);
        }
    }

    /** Tells whether programs in a language are run here. */
    boolean serve(LanguageSpec spec) {
        return pool.isPresent() && isPlain(spec);
    }

    /** Runs a job. */
    Outcome run(Toolchain toolchain, Job job, Progress progress) throws InterruptedException {
        var warm = pool.orElseThrow().take();
        var well = false;
        try {
            var outcome = toolchain.run(job, warm.sandbox(), progress);
            well = !(outcome.last().verdict() instanceof Verdict.EngineFailure);
            return outcome;
        } finally {
            if (well) {
                pool.orElseThrow().give(warm);
            } else {
                pool.orElseThrow().replace(warm);
            }
        }
    }

    /**
     * Ends all programs.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    synchronized void close() throws InterruptedException {
        if (pool.isPresent()) {
            pool.get().close();
        }
    }

    private static boolean isPlain(LanguageSpec spec) {
        return spec.compile().isEmpty() && spec.run().command().equals(COMMAND);
    }
}
