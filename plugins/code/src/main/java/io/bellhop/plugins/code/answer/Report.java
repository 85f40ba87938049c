package io.bellhop.plugins.code.answer;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Outcome;
import io.bellhop.plugins.code.engine.Stage;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says how a job went: what it printed, and a note in plain words. */
public final class Report {
    private static final int MOST_SHOWN = 1400;
    private static final int MOST_WARNINGS = 300;
    private static final double MIB = 1 << 20;
    private static final double LEAST_TOLD = 0.1;

    private final Ran ran;
    private final Outcome outcome;
    private final String ref;
    private final Stage last;
    private final Shown shown;
    private final Excerpt warnings;

    private Report(Ran ran, String ref) {
        this.ran = ran;
        this.outcome = ran.outcome();
        this.ref = ref;
        this.last = outcome.last();
        this.shown = Shown.of(last.output(), MOST_SHOWN);
        this.warnings = Excerpt.of(compilerSaid(), MOST_WARNINGS);
    }

    /**
     * Reports on a job.
     *
     * @param ran what ran, and how it went
     * @param ref names the invocation, for whoever looks into a failure
     * @return the report
     */
    public static Report of(Ran ran, String ref) {
        return new Report(ran, ref);
    }

    /**
     * Tells whether all that the job wrote is shown.
     *
     * @return false if some of it is left out
     */
    public boolean whole() {
        return shown.whole();
    }

    /**
     * Returns what is told.
     *
     * @return the reply
     */
    public Content content() {
        var text = shown.text().add(warned()).add(String.join(", ", note()));
        var hint = Hints.of(last, !ran.job().stdin().isEmpty());
        var content = Content.of(hint.map(text.line()::add).orElse(text));
        if (!shown.whole()) {
            content = content.with(Attachment.of("output.txt", last.output().merged()));
        }
        if (!warnings.whole()) {
            content = content.with(Attachment.of("compiler.txt", warnings.source()));
        }
        return OutFiles.addTo(content, outcome);
    }

    private Text warned() {
        return warnings.source().isEmpty()
                ? Text.empty()
                : Text.of("the compiler said:").fence("", warnings.text());
    }

    /** Returns what the compiler said of a program that it took. */
    private String compilerSaid() {
        return outcome.stages().stream()
                .filter(stage -> !stage.equals(last) && stage.kind() == Stage.Kind.COMPILE)
                .map(stage -> stage.output().merged().stripTrailing())
                .filter(output -> !output.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private List<String> note() {
        var parts = new ArrayList<String>();
        if (last.output().merged().isBlank()) {
            parts.add(last.output().chunks().isEmpty() ? "no output" : "blank output");
        }
        if (!isWell()) {
            parts.add(Words.of(last, ref));
        }
        parts.add(ran.substitute() ? ran.language() + "@" + ran.engine() : ran.language());
        parts.addAll(usage());
        if (shown.marked()) {
            parts.add(Shown.MARK + "marks standard error");
        }
        return parts;
    }

    private List<String> usage() {
        var parts = new ArrayList<String>();
        for (var stage : outcome.stages()) {
            if (stage.equals(last)) {
                parts.add(time(stage.usage()));
            } else if (stage.usage().wall().isPositive()) { // else it was compiled before
                parts.add("compiled in " + time(stage.usage()));
            }
        }
        long peak = last.usage().peakMemory();
        if (peak > 0) {
            parts.add(memory(peak));
        }
        return parts;
    }

    private static String memory(long bytes) {
        return bytes < LEAST_TOLD * MIB ? "under 0.1 MiB" : String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
    }

    /** Not every engine can tell the processor's time. */
    private static String time(Usage usage) {
        var wall = Words.of(usage.wall());
        var cpu = usage.cpu().toMillis() > 0 ? Words.of(usage.cpu()) : "under 1 ms";
        return usage.cpu().isPositive() ? wall + " (" + cpu + " of CPU)" : wall;
    }

    private boolean isWell() {
        return last.verdict() instanceof Verdict.Exited(var code) && code == 0;
    }
}
