package io.bellhop.plugins.code;

import io.bellhop.api.access.Access;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.plugin.Lifecycle;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.plugins.code.answer.Report;
import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.choice.Engines;
import io.bellhop.plugins.code.engine.choice.Offers;
import io.bellhop.plugins.code.engine.embedded.EmbeddedEngine;
import io.bellhop.plugins.code.engine.piston.PistonEngine;
import io.bellhop.plugins.code.history.Run;
import io.bellhop.plugins.code.history.RunLog;
import io.bellhop.plugins.code.service.CodeLanguage;
import io.bellhop.plugins.code.service.CodeRunner;
import io.bellhop.plugins.code.service.Program;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs programs, whoever's command asks for it, and remembers each run. */
@ChatPlugin
public final class Runner implements CodeRunner, Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final String COMMAND = "run";

    /** A bot that was started to answer a line or two need not warm up what nobody asks for. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final CodeConfig config;
    private final Scheduler scheduler;
    private final Commands commands;
    private final Access access;
    private final RunLog log;
    private final Clock clock;
    private final EmbeddedEngine embedded;
    private final PistonEngine piston;
    private final Engines engines;

    @Inject
    Runner(
            CodeConfig config,
            Scheduler scheduler,
            RandomGenerator random,
            Commands commands,
            Access access,
            Jdbi jdbi,
            Clock clock) {
        this.config = config;
        this.scheduler = scheduler;
        this.commands = commands;
        this.access = access;
        this.log = new RunLog(jdbi, config.historyRuns(), (long) config.historySize() << 10);
        this.clock = clock;
        this.embedded = new EmbeddedEngine(config.concurrency(), config.queue(), random);
        this.piston = new PistonEngine(config.piston(), scheduler, random);
        this.engines = new Engines(inOrder(List.of(embedded, piston)));
    }

    @Override
    public void start() throws InterruptedException {
        piston.start();
        engines.all(); // so that what goes away now is known to have been there
        scheduler.after(QUIET, this::warmUp);
    }

    @Override
    public void stop() throws InterruptedException {
        piston.stop();
        embedded.stop();
    }

    @Override
    public List<CodeLanguage> languages() {
        return engines.all().stream()
                .map(offers -> new CodeLanguage(offers.name(), offers.aliases(), offers.highlight()))
                .toList();
    }

    @Override
    public CodeLanguage language(String name) {
        var offers = engines.required(name);
        var wanted = name.contains("@") ? name.substring(name.indexOf('@')).toLowerCase(Locale.ROOT) : "";
        return new CodeLanguage(offers.name() + wanted, offers.aliases(), offers.highlight());
    }

    @Override
    public Content run(Invocation asked, Program program) throws InterruptedException {
        requireRun(asked);
        return execute(asked, program);
    }

    /** Runs a program for someone who may. */
    Content execute(Invocation asked, Program program) throws InterruptedException {
        var begun = clock.instant();
        var ran = engines.run(program.language(), language -> job(program, language), progress(asked));
        remember(asked, Run.of(begun, ran.language(), program, ran.outcome()));
        return Report.of(ran, asked.ref());
    }

    private Job job(Program program, Language language) {
        return new Job(language, program.source(), List.of(), program.args(), program.stdin(), config.limits());
    }

    RunLog log() {
        return log;
    }

    Engines engines() {
        return engines;
    }

    Optional<Offers> find(String language) {
        return engines.find(language);
    }

    private List<Engine> inOrder(List<Engine> made) {
        return config.engines().stream()
                .distinct()
                .flatMap(kind -> made.stream().filter(engine -> engine.name().equals(kind.engine())))
                .toList();
    }

    /** Whoever may not run code may not do it by way of another command either. */
    private void requireRun(Invocation asked) {
        var command = commands.prefix(asked.channel()) + COMMAND;
        var run = commands.allowed(asked.user(), asked.channel()).stream()
                .filter(allowed -> allowed.name().equals(COMMAND))
                .findFirst()
                .orElseThrow(() -> BellhopException.user(
                        "access.rank", "This runs code, and you may not use " + command + " here."));
        if (access.approvals(run, asked.channel()).count() > 0) {
            throw BellhopException.user(
                    "access.approvals",
                    "This runs code, which others must approve here: send the code with " + command + " itself.");
        }
    }

    /** The reply matters more than its record, so that one is not lost with the other. */
    private void remember(Invocation asked, Run run) {
        try {
            log.add(asked.user().id(), run);
        } catch (RuntimeException e) {
            LOG.error("A run (ref {}) is missing from its user's history", asked.ref(), e);
        }
    }

    private void warmUp() {
        try {
            embedded.warmUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // unloaded before it was warm
        }
    }

    private static Progress progress(Invocation asked) {
        return new Progress() {
            @Override
            public void queued(int position) {
                asked.progress(Text.of("waiting, position " + position));
            }
        };
    }
}
