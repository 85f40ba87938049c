package io.bellhop.plugins.code;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.plugin.Lifecycle;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.embedded.EmbeddedEngine;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Runs code that people send. */
@ChatPlugin
public final class Code implements Lifecycle {
    /** A bot that was started to answer a line or two need not warm up what nobody asks for. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final CodeConfig config;
    private final Scheduler scheduler;
    private final EmbeddedEngine embedded;
    private final Languages languages;

    @Inject
    Code(CodeConfig config, Scheduler scheduler, RandomGenerator random) {
        this.config = config;
        this.scheduler = scheduler;
        this.embedded = new EmbeddedEngine(config.concurrency(), config.queue(), random);
        this.languages = new Languages(List.of(embedded));
    }

    @Override
    public void start() {
        scheduler.after(QUIET, this::warmUp);
    }

    @Override
    public void stop() throws InterruptedException {
        embedded.stop();
    }

    @Command(name = "run", aliases = "eval", help = "Runs a program and shows what it prints.", deadline = "2m")
    @Example("run js\n```js\nconsole.log(6*7)\n```")
    @Example("run js Ann\n```js\nconsole.log(`Hello, ${scriptArgs[1]}!`)\n```")
    @Example("run\n```js\nconsole.log(readline())\n```\n```\nwhat it reads\n```")
    Content run(
            Invocation invocation,
            @Arg(help = "the language, unless the code block says it") Optional<String> language,
            @Rest(help = "what the program gets on its command line") List<String> args,
            CodeBlock code,
            Optional<CodeBlock> stdin)
            throws InterruptedException {
        var named = language.flatMap(languages::find);
        var offer = named.or(() -> languages.find(code.language())).orElseThrow(() -> unknown(language, code));
        var given = new ArrayList<>(args);
        if (named.isEmpty()) {
            language.ifPresent(given::addFirst);
        }
        var input = stdin.map(CodeBlock::code).orElse("");
        var job = new Job(offer.language(), code.code(), List.of(), List.copyOf(given), input, config.limits());
        return Report.of(offer.language(), offer.engine().run(job, progress(invocation)));
    }

    @Command(name = "languages", help = "Lists the languages that can be run.", repeatable = true)
    Text languages() {
        var text = Text.empty();
        for (var offer : languages.all()) {
            var language = offer.language();
            text = text.isEmpty() ? text : text.line();
            text = text.bold(language.name()).add(" (" + language.version() + ")");
            text = language.aliases().isEmpty() ? text : text.add(", also " + String.join(", ", language.aliases()));
        }
        return text;
    }

    private void warmUp() {
        try {
            embedded.warmUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // unloaded before it was warm
        }
    }

    private BellhopException unknown(Optional<String> word, CodeBlock code) {
        var name = word.orElse(code.language());
        if (name.isEmpty()) {
            return BellhopException.user(
                    "code.no-language",
                    "In which language? Name it after the command, or right after the opening fence: js, for example.");
        }
        var hint = languages
                .nearest(name)
                .map(near -> "Did you mean " + near + "?")
                .orElse("The command languages lists those that can be run.");
        return BellhopException.user("code.unknown-language", "There is no language " + name + " here. " + hint);
    }

    private static Progress progress(Invocation invocation) {
        return new Progress() {
            @Override
            public void queued(int position) {
                invocation.progress(Text.of("waiting, position " + position));
            }
        };
    }
}
