package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import java.util.List;

/** Knows languages: turns a job into the steps that compile and run it. */
public interface Workshop {
    /**
     * Looks which languages there are. Blocks for a few seconds.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    default void look() throws InterruptedException {}

    /**
     * Says which languages are not there.
     *
     * @return sentences, each with its remedy
     */
    default List<String> lacks() {
        return List.of();
    }

    /**
     * Lists the languages that it can compile and run now.
     *
     * @return the languages, by name
     */
    List<Language> languages();

    /**
     * Runs a job.
     *
     * @param job what to run, in one of these languages
     * @param sandbox where; nothing of other jobs is in it
     * @param progress is told what it writes
     * @return how it went
     * @throws InterruptedException if the calling thread is interrupted
     * @throws io.bellhop.api.error.BellhopException if the job makes no sense, for the user
     */
    Outcome run(Job job, Sandbox sandbox, Progress progress) throws InterruptedException;

    /**
     * Tells whether a language's programs are Python, run as it is without further options, so that they can be run by
     * forks of one that runs.
     *
     * @param language one of these languages
     * @return whether they are
     */
    default boolean isPython(Language language) {
        return false;
    }
}
