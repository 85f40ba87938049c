package io.bellhop.plugins.code.answer;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what to do about failures that puzzle beginners. */
final class Hints {
    /** How the languages complain about a read past the end of the input. */
    private static final Pattern END_OF_INPUT = Pattern.compile(
            "\\bEOFError\\b|NoSuchElementException(?:: No line found|\\s+at java\\.base/java\\.util\\.Scanner\\.)"
                    + "|end of file reached|Prelude\\.getLine: end of file|exception End_of_file|unexpected end of input$");

    private Hints() {}

    /**
     * Finds something to say.
     *
     * @param stage what failed, perhaps
     * @param hadInput whether the program was given anything to read
     * @return a sentence, or empty
     */
    static Optional<String> of(Stage stage, boolean hadInput) {
        boolean failed = stage.verdict() instanceof Verdict.Exited(var code) && code != 0;
        if (!failed
                || !END_OF_INPUT.matcher(stage.output().of(Output.Stream.ERR)).find()) {
            return Optional.empty();
        }
        return Optional.of(
                hadInput
                        ? "It read past the end of its input: give it more lines in the second code block."
                        : "It wants to read something: give it that in a second code block.");
    }
}
