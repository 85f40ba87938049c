package io.bellhop.plugins.code.answer;

import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows how one program went in several languages, versions or engines. */
public final class Matrix {
    private static final int MOST_OF_OUTPUT = 40;
    private static final Verdict OK = new Verdict.Exited(0);

    private final SequencedMap<String, Ran> runs = new LinkedHashMap<>();
    private final SequencedMap<String, String> refusals = new LinkedHashMap<>();
    private final List<String> repeats = new ArrayList<>();
    private final String ref;

    /**
     * Makes an empty one.
     *
     * @param ref names the invocation, for whoever looks into a failure
     */
    public Matrix(String ref) {
        this.ref = ref;
    }

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
     * Says by which names a language was asked for.
     *
     * @param names the one under which it is added, and others that mean the same
     */
    public void named(List<String> names) {
        names.stream()
                .skip(1)
                .map(name -> name + " is " + names.getFirst() + ", and ran once")
                .forEach(repeats::add);
    }

    /**
     * Returns the table.
     *
     * @return a line for each run, whether those that ended well wrote the same, why others did not run, and which were
     *     named twice
     */
    public Text text() {
        var table = new Table();
        runs.forEach((asked, ran) -> table.row(
                asked,
                ran.job().language().version(),
                Words.of(ran.outcome().last(), ref),
                Words.of(ran.outcome().wall()),
                firstLine(ran.outcome().last().output())));
        refusals.forEach((asked, why) -> table.row(asked, "", "not run", "", why));
        return Text.empty()
                .fence("", table.lines())
                .add(Stream.concat(Stream.of(sameness()), repeats.stream()).collect(Collectors.joining("; ")));
    }

    /** What failed may have written the same for another reason, or nothing, so it says nothing about the program. */
    private String sameness() {
        if (runs.isEmpty()) {
            return "none of them ran";
        }
        var well = runs.entrySet().stream()
                .filter(run -> run.getValue().outcome().last().verdict().equals(OK))
                .toList();
        var outputs = well.stream()
                .map(run -> run.getValue().outcome().last().output().of(Output.Stream.OUT))
                .distinct()
                .count();
        if (well.size() < Math.min(2, runs.size())) {
            return well.isEmpty()
                    ? "none of them ended well"
                    : "only " + well.getFirst().getKey() + " ended well";
        }
        return outputs == 1
                ? all(well.size()) + " wrote the same"
                : some(well.size()) + " wrote " + outputs + " different things";
    }

    private String all(int well) {
        if (well < runs.size()) {
            return "all that ended well";
        }
        return refusals.isEmpty() ? "all" : "all that ran";
    }

    private String some(int well) {
        return well < runs.size() ? "those that ended well" : "they";
    }

    private static String firstLine(Output output) {
        var lines = output.merged().strip();
        var first = lines.lines().findFirst().orElse("no output");
        int end = first.offsetByCodePoints(0, Math.min(MOST_OF_OUTPUT, first.codePointCount(0, first.length())));
        boolean isWhole = end == first.length() && first.length() == lines.length();
        return first.substring(0, end) + (isWhole || lines.isEmpty() ? "" : " ...");
    }
}
