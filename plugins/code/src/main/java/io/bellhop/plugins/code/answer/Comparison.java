package io.bellhop.plugins.code.answer;

import com.github.difflib.DiffUtils;
import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.history.Receipt;
import io.bellhop.plugins.code.history.Recorded;
import io.bellhop.plugins.code.history.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how a run differs from one before: in what it wrote, how it ended, and under what it ran. */
public final class Comparison {
    private static final int MOST_SHOWN = 20;
    private static final int MOST_CHARACTERS = 120;
    private static final int MOST_IN_ALL = 400;

    /** The time grows with the product of lines and changes. */
    private static final int MOST_LINES = 5000;

    private final Recorded before;
    private final Run now;

    private Comparison(Recorded before, Run now) {
        this.before = before;
        this.now = now;
    }

    /**
     * Compares.
     *
     * @param before the run before
     * @param now the run now
     * @return what is the same and what differs, with the changed lines
     */
    public static Text of(Recorded before, Run now) {
        return new Comparison(before, now).text();
    }

    private Text text() {
        var conditions = String.join("", conditions());
        if (isSame()) {
            return Text.of("same output as run " + before.number() + conditions);
        }
        var changes = changes();
        var text = Text.of("the output differs from run " + before.number() + conditions);
        return changes.isEmpty()
                ? text.add(", whose output is not kept")
                : text.add(":").fence("diff", changes.get());
    }

    /** How both streams came mixed is chance. */
    private boolean isSame() {
        var then = before.run();
        if (then.output().isEmpty() || now.output().isEmpty()) {
            return then.outputHash().equals(now.outputHash());
        }
        return is(Stream.OUT) && is(Stream.ERR);
    }

    private boolean is(Stream stream) {
        return text(before.run(), stream).equals(text(now, stream));
    }

    private static String text(Run run, Stream stream) {
        return run.output().map(output -> output.of(stream)).orElse("");
    }

    private List<String> conditions() {
        var then = before.run();
        var differ = new ArrayList<String>();
        if (!then.verdict().equals(now.verdict())) {
            differ.add(", which ended otherwise: " + then.verdict());
        }
        then.receipt().map(this::elsewhere).filter(where -> !where.isEmpty()).ifPresent(differ::add);
        if (!then.receipt().map(Receipt::limits).equals(now.receipt().map(Receipt::limits))) {
            differ.add(", which had other limits");
        }
        return differ;
    }

    /** On which version and by which engine it ran, as far as it is another one; what was cancelled tells neither. */
    private String elsewhere(Receipt then) {
        var here = now.receipt();
        var version = here.map(Receipt::runtime).equals(Optional.of(then.runtime())) ? "" : " on " + then.runtime();
        var engine =
                here.map(Receipt::engine).equals(Optional.of(then.engine())) ? "" : " by the engine " + then.engine();
        return then.engine().isEmpty() || (version + engine).isEmpty() ? "" : ", which ran" + version + engine;
    }

    private Optional<String> changes() {
        var then = before.run().output();
        return then.isPresent() && now.output().isPresent()
                ? Optional.of(changes(lines(then.get()), lines(now.output().get())))
                : Optional.empty();
    }

    private static String changes(List<String> from, List<String> to) {
        if (from.size() > MOST_LINES || to.size() > MOST_LINES) {
            return "... more than " + MOST_LINES + " lines are too many to compare ...";
        }
        var changed = new ArrayList<String>();
        for (var delta : DiffUtils.diff(from, to).getDeltas()) {
            delta.getSource().getLines().forEach(line -> changed.add("-" + shortened(line)));
            delta.getTarget().getLines().forEach(line -> changed.add("+" + shortened(line)));
        }
        int shown = shown(changed);
        int more = changed.size() - shown;
        var lines = String.join("\n", changed.subList(0, shown));
        return more == 0 ? lines : lines + "\n... " + more + " more changed " + (more == 1 ? "line" : "lines") + " ...";
    }

    /** Returns how many lines fit under an answer that has to stay one message. */
    private static int shown(List<String> changed) {
        int characters = 0;
        int lines = 0;
        while (lines < changed.size() && lines < MOST_SHOWN && characters < MOST_IN_ALL) {
            characters += changed.get(lines++).length();
        }
        return lines;
    }

    /** A last line without its break differs from one with it. */
    private static List<String> lines(Output output) {
        var lines = new ArrayList<>(List.of(Shown.lines(output).split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        } else {
            lines.add("(no line break at the end)");
        }
        return lines;
    }

    private static String shortened(String line) {
        if (line.length() <= MOST_CHARACTERS) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return line.substring(0, end) + "...";
    }
}
