package io.bellhop.plugins.code.engine;

import io.bellhop.api.chat.Attachment;
import java.util.List;

/**
 * A program to be run.
 *
 * @param language what it is written in
 * @param source the program
 * @param files what lies beside it when it runs
 * @param args what it is given on its command line
 * @param stdin what it reads
 * @param limits what it may use; of memory as much at least as its language needs
 */
public record Job(
        Language language, String source, List<Attachment> files, List<String> args, String stdin, Limits limits) {
    /**
     * Makes a job; its limits are raised to what its language needs, so that those that hold are those that are told.
     */
    public Job {
        limits = limits.withMemory(Math.max(limits.memory(), language.memory()));
    }

    /**
     * Returns the same with other limits.
     *
     * @param held which
     * @return the job
     */
    public Job under(Limits held) {
        return new Job(language, source, files, args, stdin, held);
    }
}
