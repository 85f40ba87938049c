package io.bellhop.plugins.code.answer;

import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Shows how one program went in several languages, versions or engines. */
public final class Matrix {
    private static final int MOST_OF_OUTPUT = 40;

    private final SequencedMap<String, Ran> runs = new LinkedHashMap<>();
    private final SequencedMap<String, String> refusals = new LinkedHashMap<>();

    /**
     * Adds a run.
     *
     * @param asked the language as it was asked for
     * @param ran how it went
     */
    public void add(String asked, Ran ran) {
        runs.put(asked, ran);
    }

    /**
     * Adds a language in which the program did not run.
     *
     * @param asked the language as it was asked for
     * @param why the sentence that says why
     */
    public void refused(String asked, String why) {
        refusals.put(asked, why);
    }

    /**
     * Returns the table.
     *
     * @return a line for each run, whether they wrote the same, and why others did not run
     */
    public Text text() {
        var table = new Table();
        runs.forEach((asked, ran) -> table.row(
                asked,
                ran.job().language().version(),
                Words.of(ran.outcome().last()),
                Words.of(ran.outcome().wall()),
                firstLine(ran.outcome().last().output())));
        refusals.forEach((asked, why) -> table.row(asked, "", "not run", "", why));
        return Text.empty().fence("", table.lines()).add(sameness());
    }

    private String sameness() {
        if (runs.isEmpty()) {
            return "none of them ran";
        }
        List<String> outputs = runs.values().stream()
                .map(ran -> ran.outcome().last().output().of(Output.Stream.OUT))
                .distinct()
                .toList();
        return outputs.size() == 1
                ? (refusals.isEmpty() ? "all" : "all that ran") + " wrote the same"
                : "they wrote " + outputs.size() + " different things";
    }

    private static String firstLine(Output output) {
        var lines = output.merged().strip();
        var first = lines.lines().findFirst().orElse("no output");
        int end = first.offsetByCodePoints(0, Math.min(MOST_OF_OUTPUT, first.codePointCount(0, first.length())));
        boolean isWhole = end == first.length() && first.length() == lines.length();
        return first.substring(0, end) + (isWhole || lines.isEmpty() ? "" : " ...");
    }
}
