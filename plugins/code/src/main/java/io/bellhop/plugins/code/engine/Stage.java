package io.bellhop.plugins.code.engine;

/**
 * One step of a job.
 *
 * @param kind which step
 * @param verdict how it ended
 * @param output what it wrote
 * @param usage what it used
 */
public record Stage(Kind kind, Verdict verdict, Output output, Usage usage) {
    /** Which step it is. */
    public enum Kind {
        /** The program was read and translated. */
        COMPILE,
        /** The program ran. */
        RUN
    }
}
