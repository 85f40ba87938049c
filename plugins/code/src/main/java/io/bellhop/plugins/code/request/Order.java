package io.bellhop.plugins.code.request;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.service.Program;
import java.util.List;

/**
 * What somebody asks to have run.
 *
 * @param program the program and what it is given
 * @param files what lies beside it
 * @param limits what it may use
 */
public record Order(Program program, List<Attachment> files, Limits limits) {
    /**
     * Returns the same with other input.
     *
     * @param stdin what the program reads
     * @return the order
     */
    public Order reading(String stdin) {
        return new Order(new Program(program.language(), program.source(), program.args(), stdin), files, limits);
    }

    /**
     * Makes the job of it.
     *
     * @param language the language, as its engine has it
     * @return what an engine runs
     */
    public Job job(Language language) {
        return new Job(language, program.source(), files, program.args(), program.stdin(), limits);
    }
}
