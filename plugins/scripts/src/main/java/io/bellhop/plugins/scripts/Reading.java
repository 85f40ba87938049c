package io.bellhop.plugins.scripts;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Pages;
import io.bellhop.api.command.Rest;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.service.CodeLanguage;
import io.bellhop.plugins.code.service.CodeRunner;
import io.bellhop.plugins.code.service.Program;
import io.bellhop.plugins.scripts.store.Finder;
import io.bellhop.plugins.scripts.store.Here;
import io.bellhop.plugins.scripts.store.Script;
import io.bellhop.plugins.scripts.store.Version;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What people do with scripts that they find: their own, and those of others. */
@ChatPlugin
public final class Reading {
    private static final int LINES = 10;

    private final CodeRunner runner;
    private final Finder finder;
    private final Lookup lookup;

    @Inject
    Reading(CodeRunner runner, Jdbi jdbi) {
        this.runner = runner;
        this.finder = new Finder(jdbi);
        this.lookup = new Lookup(finder);
    }

    @Command(name = "script run", help = "Runs a script, as you.", deadline = "2m", rerunOnEdit = true)
    @Example("script run answer")
    @Example("script run ann/answer -x 'a b'\n```\nwhat it reads\n```")
    Content run(
            Invocation asked,
            @Arg(help = "which script") Reference name,
            @Rest(help = "what it gets on its command line") List<String> args,
            Optional<CodeBlock> stdin,
            Optional<Attachment> input)
            throws InterruptedException, IOException {
        var version = lookup.last(lookup.any(Here.of(asked), name));
        var read = input.isPresent()
                ? Input.of(input.get())
                : stdin.map(block -> block.code() + "\n").orElse("");
        return runner.run(asked, new Program(version.language(), version.source(), args, read));
    }

    @Command(name = "script show", help = "Shows a script.", repeatable = true)
    @Example("script show answer")
    @Example("script show answer -version 3")
    Text show(
            Invocation asked,
            @Flag(help = "which version; the last, if not said") Optional<Integer> version,
            @Arg(help = "which script") Reference name) {
        var script = lookup.any(Here.of(asked), name);
        var shown = lookup.version(script, version.orElse(script.version()));
        return Text.empty()
                .fence(highlight(shown.language()), shown.source())
                .bold(Lookup.called(script))
                .add(", version " + shown.number() + " of " + script.version() + ", " + shown.language() + ", ")
                .time(shown.time())
                .add(", " + Sharing.of(script));
    }

    @Command(name = "script list", help = "Lists your scripts, and those that others share here.", repeatable = true)
    @Example("script list")
    Content list(Invocation asked, @Flag(help = "which page of a long list", orElse = "1") int page) {
        var here = Here.of(asked);
        int count = finder.count(here);
        if (count == 0) {
            return Content.of("You have no scripts, and nobody shares one here. The command script save keeps one.");
        }
        var pages = new Pages(count, asked.channel().lines(LINES));
        var text = Text.empty();
        for (var script : finder.list(here, pages.start(page, "script.page"), pages.size())) {
            text = (text.isEmpty() ? text : text.line())
                    .bold(Lookup.called(script))
                    .add("  " + script.language() + ", version " + script.version() + ", " + Sharing.of(script));
        }
        return pages.turning(text, page, number -> "script list -page " + number);
    }

    @Command(
            name = "script diff",
            help = "Shows what has changed in a script from one version to another.",
            repeatable = true)
    @Example("script diff answer")
    @Example("script diff answer 1 3")
    Text diff(
            Invocation asked,
            @Arg(help = "which script") Reference name,
            @Arg(help = "from which version; the one before, if not said") Optional<Integer> from,
            @Arg(help = "to which version; the last, if not said") Optional<Integer> to) {
        var script = lookup.any(Here.of(asked), name);
        var after = lookup.version(script, to.orElse(script.version()));
        var before = from.isPresent() ? lookup.version(script, from.get()) : lookup.before(script, after.number());
        return difference(script, before, after);
    }

    private static Text difference(Script script, Version before, Version after) {
        var difference = Difference.of(script.name(), before, after);
        return difference.isEmpty()
                ? Text.of("The versions " + before.number() + " and " + after.number() + " are the same.")
                : Text.empty().fence("diff", difference);
    }

    /** A language that can't be run any more has no colours. */
    private String highlight(String language) {
        return runner.languages().stream()
                .filter(one -> one.name().equals(language))
                .map(CodeLanguage::highlight)
                .findFirst()
                .orElse("");
    }
}
