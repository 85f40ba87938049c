package io.bellhop.plugins.code;

import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Pages;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.answer.Comparison;
import io.bellhop.plugins.code.answer.OutputPages;
import io.bellhop.plugins.code.answer.Shown;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.history.Recorded;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Shows what runs wrote: all of it, and what has changed from one to another. */
@ChatPlugin
public final class Outputs {
    private static final int MOST_SHOWN = 1500;

    private final Runner runner;
    private final Connectors connectors;

    @Inject
    Outputs(Runner runner, Connectors connectors) {
        this.runner = runner;
        this.connectors = connectors;
    }

    @Command(name = "history output", help = "Shows all that one of your runs wrote, page by page.", repeatable = true)
    @Example("history output 12")
    Content output(
            Invocation asked,
            @Arg(help = "its number in your history, or else the last one") Optional<Integer> id,
            @Flag(help = "which page of a long output", orElse = "1") int page) {
        var recorded = runner.recorded(asked, id);
        var lines = Shown.lines(output(recorded));
        boolean scrolls = asked.channel().lines(1) > 1;
        var parts = scrolls ? List.of(lines) : OutputPages.of(lines, MOST_SHOWN);
        var pages = new Pages(parts.size(), 1);
        var shown = parts.get(pages.start(page, "code.page"));
        var text = shown.isEmpty()
                ? Text.of("Run " + recorded.number() + " wrote nothing.")
                : Text.empty().fence("", shown).add("output of run " + recorded.number());
        return pages.turning(text, page, number -> "history output " + recorded.number() + " -page " + number);
    }

    @Command(
            name = "history diff",
            help = "Shows which lines of output have changed from one of your runs to another.",
            repeatable = true)
    @Example("history diff")
    @Example("history diff 12 15")
    Text diff(
            Invocation asked,
            @Arg(help = "from which run; the one before, if not said") Optional<Integer> from,
            @Arg(help = "to which run; the last, if not said") Optional<Integer> to) {
        var now = runner.recorded(asked, to);
        var before = from.isPresent() ? runner.recorded(asked, from) : before(asked, now);
        return Text.of("run " + now.number() + ": ").add(Comparison.of(before, now.run()));
    }

    @Command(
            name = "answer delete",
            help = "Deletes the answer that this is picked under, with all its messages.",
            hidden = true)
    CompletionStage<String> delete(Invocation asked) {
        var answer = asked.picked()
                .orElseThrow(() -> BellhopException.user(
                        "code.no-answer",
                        "This is for the button under an answer. Delete your message to the same end."));
        var gone = connectors
                .find(answer.message().channel().connector())
                .map(connector -> connector.delete(answer))
                .orElseGet(() -> CompletableFuture.completedStage(false));
        return gone.thenApply(deleted -> deleted ? null : "Messages can't be deleted here.");
    }

    private Recorded before(Invocation asked, Recorded run) {
        return runner.log()
                .find(asked.user().id(), run.number() - 1)
                .orElseThrow(() -> BellhopException.user(
                        "history.unknown",
                        "Run " + run.number() + " is the first in your history: there is none before it to compare"
                                + " with."));
    }

    private static Output output(Recorded recorded) {
        return recorded.run()
                .output()
                .orElseThrow(() -> BellhopException.user(
                        "history.not-kept",
                        "The output of run " + recorded.number() + " was too big to be kept. Run it again with the"
                                + " command rerun."));
    }
}
