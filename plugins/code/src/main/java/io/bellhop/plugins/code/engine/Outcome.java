package io.bellhop.plugins.code.engine;

import io.bellhop.api.chat.Attachment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a job went.
 *
 * @param stages the steps that it came through, at least one; the last one decided
 * @param files what the program made
 * @param leftOut how many files and folders it made beside these, which were too many, too large, not regular or not to
 *     be read; empty if what it made in the place of their folder is none
 * @param limits what held, where the engine had other limits than the job's; else empty
 */
public record Outcome(List<Stage> stages, List<Attachment> files, OptionalInt leftOut, Optional<Limits> limits) {
    /**
     * Makes the outcome of a job under its own limits.
     *
     * @param stages the steps that it came through
     * @param files what the program made
     * @param leftOut how many files it made beside these, as in the outcome
     */
    public Outcome(List<Stage> stages, List<Attachment> files, OptionalInt leftOut) {
        this(stages, files, leftOut, Optional.empty());
    }

    /**
     * Makes the outcome of a job that left no files.
     *
     * @param stages the steps that it came through
     * @return the outcome
     */
    public static Outcome of(List<Stage> stages) {
        return new Outcome(stages, List.of(), OptionalInt.of(0));
    }

    /**
     * Makes the outcome of a job that left no files.
     *
     * @param stage its only step
     * @return the outcome
     */
    public static Outcome of(Stage stage) {
        return of(List.of(stage));
    }

    /**
     * Returns the same of a job that had other limits.
     *
     * @param held which
     * @return the outcome
     */
    public Outcome under(Limits held) {
        return new Outcome(stages, files, leftOut, Optional.of(held));
    }

    /**
     * Returns how long it took.
     *
     * @return the time of all steps together
     */
    public Duration wall() {
        return stages.stream().map(stage -> stage.usage().wall()).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Returns the step that decided.
     *
     * @return the last stage
     */
    public Stage last() {
        return stages.getLast();
    }
}
