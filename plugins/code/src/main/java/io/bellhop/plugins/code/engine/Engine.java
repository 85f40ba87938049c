package io.bellhop.plugins.code.engine;

import java.util.List;
import java.util.Optional;

/** Runs programs in some languages, each job apart from all others. Safe for use from any thread. */
public interface Engine {
    /**
     * Returns what the engine is called in answers and in the configuration.
     *
     * @return such as {@code embedded}
     */
    String name();

    /**
     * Lists what it runs now. May change from one call to the next, as what it needs comes and goes; while it does not,
     * the same list is returned, so that asking is cheap.
     *
     * @return the languages, by name; one that is there in several versions comes once for each, the preferred first
     */
    List<Language> languages();

    /**
     * Gets ready, if it has to before it knows its languages. Blocks for seconds then; does nothing once it is ready.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    default void prepare() throws InterruptedException {}

    /**
     * Says why it never runs such a job, at whatever moment: another engine may. Answers at once.
     *
     * @param job the job, in one of this engine's languages
     * @return sentences for the user that say what does; empty if it runs such jobs
     */
    default Optional<String> refusal(Job job) {
        return Optional.empty();
    }

    /**
     * Runs a job to its end, or to one of its limits. Blocks meanwhile, also while the job waits for a free place.
     *
     * @param job what to run, in one of this engine's languages, and not refused
     * @param progress is told how it goes, on any thread
     * @return how it went; a fault of the engine is a verdict too
     * @throws InterruptedException if the calling thread is interrupted; the job is then stopped
     * @throws EngineUnavailable if it can't run the job now, and has not run it
     */
    Outcome run(Job job, Progress progress) throws InterruptedException, EngineUnavailable;

    /**
     * Says what it lacks now, for those who can mend it. Answers at once.
     *
     * @return sentences, each with its remedy and without secrets or addresses; none if all is well
     */
    default List<String> lacks() {
        return List.of();
    }
}
