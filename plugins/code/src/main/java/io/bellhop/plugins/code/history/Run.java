package io.bellhop.plugins.code.history;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.MessageId;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.service.Program;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A program that has run.
 *
 * @param time when it began
 * @param program what ran, its language by its own name
 * @param files what lay beside it, as far as that is kept
 * @param ending how it ended
 * @param verdict the same in plain words
 * @param usage what it took
 * @param sourceHash the SHA-256 of its source in UTF-8, in hexadecimal
 * @param outputHash the SHA-256 of all that it wrote
 * @param output what it wrote, both streams in order of arrival; empty if that is not kept
 * @param receipt under what it ran; empty for runs of a time before there were receipts
 * @param message the message that asked for it, empty if that is not known
 */
public record Run(
        Instant time,
        Program program,
        List<Attachment> files,
        Ending ending,
        String verdict,
        Used usage,
        String sourceHash,
        String outputHash,
        Optional<Output> output,
        Optional<Receipt> receipt,
        String message) {

    /**
     * What a run took.
     *
     * @param compiling how long it was compiled
     * @param running how long it ran
     * @param cpu the processor's time for both
     * @param memory the most bytes that it had at one time, or its compiler if it never ran
     */
    public record Used(Duration compiling, Duration running, Duration cpu, long memory) {
        static Used by(Outcome outcome) {
            return new Used(
                    wall(outcome, Stage.Kind.COMPILE),
                    wall(outcome, Stage.Kind.RUN),
                    outcome.stages().stream().map(stage -> stage.usage().cpu()).reduce(Duration.ZERO, Duration::plus),
                    outcome.last().usage().peakMemory());
        }

        private static Duration wall(Outcome outcome, Stage.Kind kind) {
            return outcome.stages().stream()
                    .filter(stage -> stage.kind() == kind)
                    .map(stage -> stage.usage().wall())
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * Makes the record of a run.
     *
     * @param time when it began
     * @param ran what ran, and how it went
     * @param message the message that asked for it
     * @return the record
     */
    public static Run of(Instant time, Ran ran, MessageId message) {
        var job = ran.job();
        var last = ran.outcome().last();
        return new Run(
                time,
                new Program(ran.language(), job.source(), job.args(), job.stdin()),
                job.files(),
                Ending.of(last.verdict()),
                Words.of(last),
                Used.by(ran.outcome()),
                Hash.of(job.source()),
                Hash.of(last.output().merged()),
                Optional.of(last.output()),
                Optional.of(receipt(job, ran.engine(), job.language().version())),
                key(message));
    }

    /**
     * Makes the record of a run that was cancelled.
     *
     * @param time when it began
     * @param language the language's own name
     * @param order what ran
     * @param took how long
     * @param output what it wrote meanwhile
     * @param message the message that asked for it
     * @return the record
     */
    public static Run cancelled(
            Instant time, String language, Order order, Duration took, Output output, MessageId message) {
        var program = order.program();
        return new Run(
                time,
                new Program(language, program.source(), program.args(), program.stdin()),
                order.files(),
                Ending.CANCELLED,
                "cancelled",
                new Used(Duration.ZERO, took, Duration.ZERO, 0),
                Hash.of(program.source()),
                Hash.of(output.merged()),
                Optional.of(output),
                Optional.of(receipt(program, order.files(), order.limits(), "", "")),
                key(message));
    }

    private static Receipt receipt(Job job, String engine, String runtime) {
        var program = new Program(job.language().name(), job.source(), job.args(), job.stdin());
        return receipt(program, job.files(), job.limits(), engine, runtime);
    }

    private static Receipt receipt(
            Program program, List<Attachment> files, Limits limits, String engine, String runtime) {
        return new Receipt(
                engine,
                runtime,
                Hash.of(program.stdin()),
                Hash.of(WordList.written(program.args())),
                files.size(),
                WrittenFiles.hash(files),
                limits);
    }

    /** Names a message among those of its connector. */
    private static String key(MessageId message) {
        return WordList.written(List.of(message.channel().id(), message.id()));
    }

    /** Returns the bytes that keeping its output takes. */
    int outputSize() {
        return output.map(written -> bytes(WrittenOutput.written(written)).length)
                .orElse(0);
    }

    /** Returns the bytes that keeping its program takes, but for what all take alike. */
    int size() {
        return bytes(program.source()).length
                + bytes(program.stdin()).length
                + program.args().stream().mapToInt(arg -> bytes(arg).length).sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
