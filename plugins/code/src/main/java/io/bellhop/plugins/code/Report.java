package io.bellhop.plugins.code;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.Output.Stream;
import io.bellhop.plugins.code.engine.Usage;
import io.bellhop.plugins.code.engine.Verdict;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Ran;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how a job went: what it printed, and a note in plain words. */
final class Report {
    private static final int MOST_SHOWN = 1500;
    private static final double MIB = 1 << 20;

    private Report() {}

    static Content of(Ran ran) {
        var outcome = ran.outcome();
        var stage = outcome.last();
        var printed = stage.output();
        var room = printed.chunks().size() > 1 ? MOST_SHOWN / 2 : MOST_SHOWN;
        var out = Excerpt.of(printed.of(Stream.OUT), room);
        var err = Excerpt.of(printed.of(Stream.ERR), room);
        var note = String.join(", ", note(ran, printed, stage.verdict(), stage.usage()));
        var content = Content.of(shown(out, err).add(note));
        if (!out.whole() || !err.whole()) {
            content = content.with(Attachment.of("output.txt", printed.merged()));
        }
        for (var file : outcome.files()) {
            content = content.with(file);
        }
        return content;
    }

    private static Text shown(Excerpt out, Excerpt err) {
        var text = Text.empty();
        if (!out.text().isBlank()) {
            text = text.fence("", withoutLastBreak(out.text()));
        }
        if (!err.text().isBlank()) {
            text = text.add("on standard error:").fence("", withoutLastBreak(err.text()));
        }
        return text;
    }

    private static List<String> note(Ran ran, Output printed, Verdict verdict, Usage usage) {
        var parts = new ArrayList<String>();
        if (printed.merged().isBlank()) {
            parts.add(printed.chunks().isEmpty() ? "no output" : "blank output");
        }
        if (!(verdict instanceof Verdict.Exited(var code) && code == 0)) {
            parts.add(Words.of(verdict));
        }
        parts.add(ran.language());
        parts.add(Words.of(usage.wall()));
        parts.add(String.format(Locale.ROOT, "%.1f MiB", usage.peakMemory() / MIB));
        return parts;
    }

    private static String withoutLastBreak(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
