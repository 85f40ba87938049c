package io.bellhop.plugins.code.engine;

import io.bellhop.api.chat.Attachment;
import java.util.List;

/**
 * How a job went.
 *
 * @param stages the steps that it came through, at least one; the last one decided
 * @param files what the program made
 */
public record Outcome(List<Stage> stages, List<Attachment> files) {
    /**
     * Makes the outcome of a job that left no files.
     *
     * @param stage its only step
     * @return the outcome
     */
    public static Outcome of(Stage stage) {
        return new Outcome(List.of(stage), List.of());
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
