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
import run.endive.runtime.Memory;

/**
 * JavaScript in QuickJS, inside the JVM, on any operating system. Each job has an engine, a memory and a thread of its
 * own; a few run at a time, and others wait, so that the heap stays bounded.
 */
public final class EmbeddedEngine implements Engine {
    private static final Language JAVASCRIPT =
            new Language("js", List.of("javascript", "node", "mjs", "cjs", "ecmascript"), "QuickJS", "main.js", "js");
    private static final List<Language> LANGUAGES = List.of(JAVASCRIPT);
    private static final String WHETHER_IT_IS_HERE =
            ": the command languages -all says whether it is here, or what is missing.";
    private static final Duration WARM_UP_TIME = Duration.ofSeconds(10);
    private static final Limits WARM_UP = new Limits(WARM_UP_TIME, WARM_UP_TIME, WARM_UP_TIME, 8 << 20, 1 << 10);

    /** What fits into an array, in which a program's memory lies, by whole pages. */
    private static final long LARGEST = Integer.MAX_VALUE / Memory.PAGE_SIZE * (long) Memory.PAGE_SIZE;

    private final Semaphore places;
    private final long most;
    private final RandomGenerator random;
    private final Set<JobThread> running = ConcurrentHashMap.newKeySet();
    private @Nullable Image image;

    /**
     * Makes an engine. Nothing is loaded yet.
     *
     * @param concurrency how many jobs run at a time
     * @param memory the most bytes of memory that any of them may ask for
     * @param random seeds the programs' random numbers
     */
    public EmbeddedEngine(int concurrency, long memory, RandomGenerator random) {
        this.places = new Semaphore(concurrency, true);
        this.most = Math.min(memory, LARGEST);
        this.random = random;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public List<Language> languages() {
        return LANGUAGES;
    }

    @Override
    public Optional<String> refusal(Job job) {
        if (!job.files().isEmpty()) {
            return Optional.of("The engine embedded runs single programs, with no files beside them. The language node"
                    + " takes files" + WHETHER_IT_IS_HERE);
        }
        return job.limits().memory() <= most
                ? Optional.empty()
                : Optional.of("The engine embedded gives a program at most " + (most >> 20) + " MiB of the bot's own"
                        + " memory. The language node takes more" + WHETHER_IT_IS_HERE);
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
