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
}
