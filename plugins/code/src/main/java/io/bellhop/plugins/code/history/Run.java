package io.bellhop.plugins.code.history;

import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.service.Program;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A program that has run.
 *
 * @param time when it began
 * @param program what ran, its language by its own name
 * @param ending how it ended
 * @param verdict the same in plain words
 * @param usage what it took
 * @param sourceHash the SHA-256 of its source in UTF-8, in hexadecimal
 * @param outputHash the SHA-256 of all that it wrote
 */
public record Run(
        Instant time,
        Program program,
        Ending ending,
        String verdict,
        Used usage,
        String sourceHash,
        String outputHash) {

    /**
     * What a run took.
     *
     * @param compiling how long it was compiled
     * @param running how long it ran
     * @param cpu the processor's time for both
     * @param memory the most bytes at one time
     */
    public record Used(Duration compiling, Duration running, Duration cpu, long memory) {
        static Used by(Outcome outcome) {
            return new Used(
                    wall(outcome, Stage.Kind.COMPILE),
                    wall(outcome, Stage.Kind.RUN),
                    outcome.stages().stream().map(stage -> stage.usage().cpu()).reduce(Duration.ZERO, Duration::plus),
                    outcome.stages().stream()
                            .mapToLong(stage -> stage.usage().peakMemory())
                            .max()
                            .orElse(0));
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
     * @param language the language's own name
     * @param program what ran
     * @param outcome how it went
     * @return the record
     */
    public static Run of(Instant time, String language, Program program, Outcome outcome) {
        var verdict = outcome.last().verdict();
        return new Run(
                time,
                new Program(language, program.source(), program.args(), program.stdin()),
                Ending.of(verdict),
                Words.of(verdict),
                Used.by(outcome),
                sha256(program.source()),
                sha256(outcome.last().output().merged()));
    }

    /**
     * Makes the record of a run that was cancelled.
     *
     * @param time when it began
     * @param language the language's own name
     * @param program what ran
     * @param took how long
     * @param output what it wrote meanwhile
     * @return the record
     */
    public static Run cancelled(Instant time, String language, Program program, Duration took, Output output) {
        return new Run(
                time,
                new Program(language, program.source(), program.args(), program.stdin()),
                Ending.CANCELLED,
                "cancelled",
                new Used(Duration.ZERO, took, Duration.ZERO, 0),
                sha256(program.source()),
                sha256(output.merged()));
    }

    /** Returns the bytes that keeping it takes, but for what all take alike. */
    int size() {
        return bytes(program.source()).length
                + bytes(program.stdin()).length
                + program.args().stream().mapToInt(arg -> bytes(arg).length).sum();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
