package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.sandbox.Sandbox;
import io.bellhop.plugins.code.engine.sandbox.WarmNode;
import java.util.List;
import java.util.Optional;

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
     * Says how Node can be started before there is a program for it.
     *
     * @return how, or empty if no language is run by Node
     */
    default Optional<WarmNode> node() {
        return Optional.empty();
    }

    /**
     * Tells what can be ready for a job, so that it takes less time.
     *
     * @param job what to run, in one of these languages
     * @return the sandbox that it wants; any other one will do if there is none
     */
    default Warmth warmth(Job job) {
        return Warmth.PLAIN;
    }
}
