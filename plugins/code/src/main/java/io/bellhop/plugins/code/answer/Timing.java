package io.bellhop.plugins.code.answer;

import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long several snippets took, each run again and again. For use by one thread. */
public final class Timing {
    private static final int MOST_SAID = 400;

    private final List<Snippet> snippets;
    private final String ref;

    /**
     * Makes an empty one.
     *
     * @param snippets how many there are, at least one
     * @param ref names the invocation, for whoever looks into a failure
     */
    public Timing(int snippets, String ref) {
        this.ref = ref;
        this.snippets =
                IntStream.range(0, snippets).mapToObj(number -> new Snippet()).toList();
    }

    private static final class Snippet {
        final List<Duration> times = new ArrayList<>();
        Optional<Stage> failure = Optional.empty();

        Spread spread() {
            return Spread.of(times);
        }

        boolean isWell() {
            return failure.isEmpty() && !times.isEmpty();
        }
    }

    /**
     * Takes a run down.
     *
     * @param snippet which, from 0
     * @param ran how it went
     */
    public void add(int snippet, Ran ran) {
        var noted = snippets.get(snippet);
        var last = ran.outcome().last();
        if (last.verdict() instanceof Verdict.Exited(var code) && code == 0) {
            noted.times.add(wall(ran));
        } else {
            noted.failure = Optional.of(last);
        }
    }

    /**
     * Tells whether a snippet has failed, so that it need not run again.
     *
     * @param snippet which, from 0
     * @return true if it has
     */
    public boolean hasFailed(int snippet) {
        return snippets.get(snippet).failure.isPresent();
    }

    /**
     * Returns what was measured.
     *
     * @return a table, and which is the fastest
     */
    public Text text() {
        var table = new Table().row("snippet", "median", "quartiles", "runs", "");
        var best = best();
        for (int number = 0; number < snippets.size(); number++) {
            row(table, number, snippets.get(number), best);
        }
        return said(Text.empty().fence("", table.lines())).add(conclusion(best));
    }

    /** What those that failed said last, which tells why. */
    private Text said(Text text) {
        var all = text;
        for (int number = 0; number < snippets.size(); number++) {
            var said = snippets.get(number).failure.map(Timing::said).orElse("");
            if (!said.isEmpty()) {
                all = all.add("snippet " + (number + 1) + " said:").fence("", said);
            }
        }
        return all;
    }

    private static String said(Stage failed) {
        var errors = failed.output().of(Output.Stream.ERR);
        return Excerpt.of((errors.isBlank() ? failed.output().merged() : errors).strip(), MOST_SAID)
                .text();
    }

    private void row(Table table, int number, Snippet snippet, Optional<Snippet> best) {
        var name = Integer.toString(number + 1);
        if (!snippet.isWell()) {
            table.row(name, snippet.failure.map(failed -> Words.of(failed, ref)).orElse("did not run"));
            return;
        }
        var spread = snippet.spread();
        table.row(
                name,
                Spread.words(spread.median()),
                Spread.words(spread.lower()) + " to " + Spread.words(spread.upper()),
                Integer.toString(snippet.times.size()),
                best.filter(one -> one != snippet)
                        .map(one -> times(snippet, one))
                        .orElse(""));
    }

    private static String times(Snippet snippet, Snippet best) {
        double ratio = (double) snippet.spread().median().toNanos()
                / Math.max(1, best.spread().median().toNanos());
        return String.format(Locale.ROOT, "%.2f times", ratio);
    }

    private String conclusion(Optional<Snippet> best) {
        if (best.isEmpty()) {
            return "nothing could be measured";
        }
        if (snippets.size() == 1) {
            return "with the start of the language";
        }
        boolean isClear = snippets.stream()
                .filter(one -> one != best.get() && one.isWell())
                .allMatch(one -> best.get().spread().isClearlyBelow(one.spread()));
        var name = "snippet " + (snippets.indexOf(best.get()) + 1);
        return (isClear ? name + " is the fastest" : name + " is the fastest by chance perhaps: quartiles overlap")
                + "; times are with the start of the language";
    }

    private Optional<Snippet> best() {
        return snippets.stream()
                .filter(Snippet::isWell)
                .min(Comparator.comparing(snippet -> snippet.spread().median()));
    }

    private static Duration wall(Ran ran) {
        return ran.outcome().stages().stream()
                .filter(stage -> stage.kind() == Stage.Kind.RUN)
                .map(stage -> stage.usage().wall())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
