package io.bellhop.plugins.code.engine.toolchain;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Places;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.Sandboxes;
import io.bellhop.plugins.code.engine.sandbox.Slot;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs what is installed on this machine, each job in a sandbox of its own. Linux only. */
public final class SandboxEngine implements Engine {
    private final Toolchains toolchains;
    private final Places places;
    private final Pool pool;
    private final Pythons pythons;

    /**
     * Makes an engine.
     *
     * @param toolchains the languages
     * @param sandboxes makes the sandboxes
     * @param jobs how many jobs run at a time
     * @param queue how many jobs may wait
     * @param slots tells what a sandbox has for itself, by its number from 0
     */
    public SandboxEngine(Toolchains toolchains, Sandboxes sandboxes, int jobs, int queue, IntFunction<Slot> slots) {
        this.toolchains = toolchains;
        this.places = new Places(jobs, queue);
        var spare = 2 * jobs; // one is made while another is used
        this.pool = new Pool(sandboxes::open, numbered(slots, 0, spare));
        this.pythons = new Pythons(sandboxes, numbered(slots, spare, spare + jobs));
    }

    /**
     * Starts what runs ahead of jobs.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void start() throws InterruptedException {
        pythons.start();
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<Language> languages() {
        return toolchains.languages();
    }

    @Override
    public List<String> lacks() {
        return toolchains.lacks();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        places.take(progress::queued);
        try {
            var forked = toolchains.find(job.language()).filter(toolchain -> pythons.serve(toolchain.spec()));
            return forked.isPresent() ? pythons.run(forked.get(), job, progress) : once(job, progress);
        } finally {
            places.give();
        }
    }

    private Outcome once(Job job, Progress progress) throws InterruptedException {
        var warm = pool.take();
        try {
            return toolchains.run(job, warm.sandbox(), progress);
        } finally {
            pool.replace(warm);
        }
    }

    private static List<Slot> numbered(IntFunction<Slot> slots, int from, int to) {
        return IntStream.range(from, to).mapToObj(slots).toList();
    }

    /**
     * Ends all jobs and sandboxes.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void stop() throws InterruptedException {
        pythons.close();
        pool.close();
    }
}
