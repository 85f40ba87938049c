package io.bellhop.plugins.code.engine.choice;

import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Outcome;

/**
 * A job that was run.
 *
 * @param language the name of its language, whatever the engine calls it
 * @param engine the name of the engine that ran it
 * @param substitute whether another engine would have been preferred, and could not run it
 * @param job what ran
 * @param outcome how it went
 */
public record Ran(String language, String engine, boolean substitute, Job job, Outcome outcome) {
    /**
     * Makes a job that ran where it should.
     *
     * @param language the name of its language
     * @param engine the name of the engine that ran it
     * @param job what ran
     * @param outcome how it went
     */
    public Ran(String language, String engine, Job job, Outcome outcome) {
        this(language, engine, false, job, outcome);
    }

    /**
     * Returns the same of a job that read more than it was given.
     *
     * @param more what came while it ran
     * @return this, with that as part of the job's input
     */
    public Ran reading(String more) {
        var read = new Job(job.language(), job.source(), job.files(), job.args(), job.stdin() + more, job.limits());
        return more.isEmpty() ? this : new Ran(language, engine, substitute, read, outcome);
    }
}
