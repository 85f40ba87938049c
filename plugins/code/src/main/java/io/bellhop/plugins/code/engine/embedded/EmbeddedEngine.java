package io.bellhop.plugins.code.engine.embedded;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript in QuickJS, inside the JVM, on any operating system. Each job has an engine, a memory and a thread of its
 * own; a few run at a time, and others wait, so that the heap stays bounded.
 */
public final class EmbeddedEngine implements Engine {
    private static final Language JAVASCRIPT =
            new Language("js", List.of("javascript", "node", "mjs", "cjs", "ecmascript"), "QuickJS", "main.js", "js");
    private static final Duration WARM_UP_TIME = Duration.ofSeconds(10);
    private static final Limits WARM_UP = new Limits(WARM_UP_TIME, WARM_UP_TIME, WARM_UP_TIME, 8 << 20, 1 << 10);

    private final Semaphore places;
    private final RandomGenerator random;
    private final Set<JobThread> running = ConcurrentHashMap.newKeySet();
    private @Nullable Image image;

    /**
     * Makes an engine. Nothing is loaded yet.
     *
     * @param concurrency how many jobs run at a time
     * @param random seeds the programs' random numbers
     */
    public EmbeddedEngine(int concurrency, RandomGenerator random) {
        this.places = new Semaphore(concurrency, true);
        this.random = random;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public List<Language> languages() {
        return List.of(JAVASCRIPT);
    }

    @Override
    public Optional<String> refusal(Job job) {
        return job.files().isEmpty()
                ? Optional.empty()
                : Optional.of("The engine embedded runs single programs, with no files beside them. The language node"
                        + " takes files: the command languages -all says whether it is here, or what is missing.");
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        places.acquire();
        var thread = new JobThread(job, progress, random, this::image, this::ended);
        running.add(thread);
        return Outcome.of(thread.run());
    }

    /**
     * Loads what the first job would otherwise wait for. Blocks for about a second.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void warmUp() throws InterruptedException {
        run(new Job(JAVASCRIPT, "console.log([6 * 7])", List.of(), List.of(), "", WARM_UP), Progress.UNHEARD);
    }

    /**
     * Stops all jobs that run.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void stop() throws InterruptedException {
        for (var job : running) {
            job.stop();
        }
    }

    private void ended(JobThread thread) {
        running.remove(thread);
        places.release();
    }

    private synchronized Image image() {
        var booted = image;
        if (booted == null) {
            booted = Image.boot();
            image = booted;
        }
        return booted;
    }
}
