package io.bellhop.plugins.code;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Pages;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.storage.PersonalData;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Offers;
import io.bellhop.plugins.code.history.Ending;
import io.bellhop.plugins.code.history.Receipt;
import io.bellhop.plugins.code.history.Recorded;
import io.bellhop.plugins.code.history.Run;
import io.bellhop.plugins.code.history.RunFilter;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Shows users what they have run, and runs it again. */
@ChatPlugin
public final class History implements PersonalData {
    private static final double MIB = 1 << 20;
    private static final int LINES = 10;

    private final Runner runner;

    @Inject
    History(Runner runner) {
        this.runner = runner;
    }

    @Command(name = "history", help = "Lists what you have run, the last first.", repeatable = true)
    @Example("history")
    @Example("history -language js -verdict time-limit")
    Content history(
            Invocation asked,
            @Flag(help = "only runs in this language") Optional<String> language,
            @Flag(help = "only runs that ended so") Optional<Ending> verdict,
            @Flag(help = "which page of a long list", orElse = "1") int page) {
        var filter = new RunFilter(language.map(this::known), verdict);
        var user = asked.user().id();
        int count = runner.log().count(user, filter);
        if (count == 0) {
            return Content.of(filter.equals(RunFilter.ALL) ? "You have run nothing yet." : "You have no such run.");
        }
        var pages = new Pages(count, asked.channel().lines(LINES));
        var text = Text.empty();
        for (var recorded : runner.log().page(user, filter, pages.start(page, "code.page"), pages.size())) {
            text = (text.isEmpty() ? text : text.line()).add(line(recorded));
        }
        return pages.turning(text, page, number -> command(filter) + " -page " + number);
    }

    @Command(name = "history show", help = "Shows one of your runs: what ran, and how it went.", repeatable = true)
    @Example("history show 12")
    Content show(
            Invocation asked, @Arg(help = "its number in your history, or else the last one") Optional<Integer> id) {
        var recorded = runner.recorded(asked, id);
        var run = recorded.run();
        var program = run.program();
        var used = run.usage();
        var text = line(recorded)
                .line()
                .add(times(used))
                .add(String.format(Locale.ROOT, ", %s of CPU, %.1f MiB", Words.of(used.cpu()), used.memory() / MIB));
        if (!program.args().isEmpty()) {
            text = text.line().add("arguments: ").code(String.join(" ", program.args()));
        }
        text = text.add(Receipts.of(run)).line();
        if (!recorded.whole()) {
            return Content.of(text.add("The program was too big to be kept."));
        }
        text = text.fence(highlight(program.language()), program.source());
        text = program.stdin().isEmpty() ? text : text.add("standard input:").fence("", program.stdin());
        return Content.of(text)
                .with(Choice.of("Re-run", "rerun " + recorded.number()))
                .with(Choice.of("Output", "history output " + recorded.number()));
    }

    @Command(name = "rerun", help = "Runs one of your programs again, with the same input.", deadline = Runner.DEADLINE)
    @Example("rerun 12")
    CompletionStage<Content> rerun(
            Invocation asked, @Arg(help = "its number in your history, or else the last one") Optional<Integer> id) {
        var recorded = runner.recorded(asked, id);
        if (!recorded.whole()) {
            throw BellhopException.user(
                    "history.not-kept", "This program was too big to be kept. Send it again, with the command run.");
        }
        requireFiles(recorded);
        return runner.rerun(asked, recorded);
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var runs = runner.log().page(user, RunFilter.ALL, 0, Integer.MAX_VALUE);
        return runs.isEmpty()
                ? Map.of()
                : Map.of("runs", runs.stream().map(Recorded::told).toList());
    }

    @Override
    public List<String> forget(UserId user) {
        int runs = runner.log().forget(user);
        return runs == 0 ? List.of() : List.of(runs == 1 ? "1 run" : runs + " runs");
    }

    private static void requireFiles(Recorded recorded) {
        int files = recorded.run().receipt().map(Receipt::files).orElse(0);
        if (files == recorded.run().files().size()) {
            return;
        }
        var missing = recorded.missing().isEmpty()
                ? "files beside it when they were not kept yet"
                : "files beside it that were too big to be kept: " + String.join(", ", recorded.missing());
        throw BellhopException.user(
                "history.not-kept",
                "Run " + recorded.number() + " had " + missing + ". Send it again, with the command run.");
    }

    private String known(String language) {
        return runner.find(language).map(Offers::name).orElseGet(() -> language.toLowerCase(Locale.ROOT));
    }

    private String highlight(String language) {
        return runner.find(language).map(Offers::highlight).orElse("");
    }

    /** What was compiled before tells no time for that, and what never ran none for running. */
    private static String times(Run.Used used) {
        var compiling = used.compiling().isPositive() ? "compiled in " + Words.of(used.compiling()) : "";
        var running = compiling.isEmpty() || used.running().isPositive() ? "ran for " + Words.of(used.running()) : "";
        return compiling + (compiling.isEmpty() || running.isEmpty() ? "" : ", ") + running;
    }

    private static Text line(Recorded recorded) {
        var run = recorded.run();
        var took = run.usage().compiling().plus(run.usage().running());
        return Text.empty()
                .bold(recorded.number())
                .add("  " + run.program().language() + ", " + run.verdict() + ", " + Words.of(took) + ", ")
                .time(run.time());
    }

    private static String command(RunFilter filter) {
        return "history"
                + filter.language()
                        .map(language -> " -language \"" + language + "\"")
                        .orElse("")
                + filter.ending().map(ending -> " -verdict " + ending.written()).orElse("");
    }
}
