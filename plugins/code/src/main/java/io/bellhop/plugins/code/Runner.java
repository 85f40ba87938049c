package io.bellhop.plugins.code;

import io.bellhop.api.access.Access;
import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.plugin.Lifecycle;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.plugins.code.engine.OwnThreads;
import io.bellhop.plugins.code.engine.choice.Engines;
import io.bellhop.plugins.code.engine.choice.Offers;
import io.bellhop.plugins.code.engine.sandbox.host.SandboxEngine;
import io.bellhop.plugins.code.history.Recorded;
import io.bellhop.plugins.code.history.Run;
import io.bellhop.plugins.code.history.RunLog;
import io.bellhop.plugins.code.queue.FairQueue;
import io.bellhop.plugins.code.request.Allowances;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.service.CodeLanguage;
import io.bellhop.plugins.code.service.CodeRunner;
import io.bellhop.plugins.code.service.Program;
import io.bellhop.plugins.code.turn.Chat;
import io.bellhop.plugins.code.turn.Inputs;
import io.bellhop.plugins.code.turn.Turn;
import io.bellhop.plugins.code.turn.Turns;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;

/** Runs programs, whoever's command asks for it, and remembers each run. */
@ChatPlugin(uses = Capability.THREADS)
public final class Runner implements CodeRunner, Lifecycle {
    /** Long enough for a wait in a full queue. */
    static final String DEADLINE = "15m";

    private static final String COMMAND = "run";

    private final CodeConfig config;
    private final ConfiguredEngines engines;
    private final Commands commands;
    private final Access access;
    private final RunLog log;
    private final Jobs jobs;
    private final ExecutorService threads = Executors.newCachedThreadPool(new OwnThreads("code-run-"));
    private final FairQueue queue;
    private final Turns turns;
    private final Answers answers;
    private final Allowances allowances;

    @Inject
    Runner(
            CodeConfig config,
            ConfiguredEngines engines,
            Chat chat,
            Access access,
            Jdbi jdbi,
            Scheduler scheduler,
            Clock clock) {
        this.config = config;
        this.engines = engines;
        this.commands = chat.commands();
        this.access = access;
        this.log = new RunLog(jdbi, config.historyRuns(), (long) config.historySize() << 10);
        this.allowances = config.allowances();
        this.jobs = new Jobs(engines.inOrder());
        this.queue = new FairQueue(threads, config.bounds());
        this.answers = new Answers(chat.connectors(), log);
        var inputs = new Inputs(chat, Math.max(1, config.places() - 1));
        this.turns = new Turns(queue, jobs, log, inputs, commands, scheduler, clock);
    }

    @Override
    public void start() throws InterruptedException {
        engines.start();
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        queue.close();
        try {
            engines.stop();
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public List<CodeLanguage> languages() {
        return engines.inOrder().all().stream()
                .map(offers -> new CodeLanguage(offers.name(), offers.aliases(), offers.highlight()))
                .toList();
    }

    @Override
    public CodeLanguage language(String name) {
        var offers = engines.inOrder().required(name);
        return new CodeLanguage(offers.name() + wanted(name), offers.aliases(), offers.highlight());
    }

    /** What of a language is wanted, such as {@code @3.10}, if anything is. */
    private static String wanted(String language) {
        return language.contains("@")
                ? language.substring(language.indexOf('@')).toLowerCase(Locale.ROOT)
                : "";
    }

    /** Says under one name what is meant by a language's names, or gives back what means none. */
    String meant(String language) {
        return find(language).map(offers -> offers.name() + wanted(language)).orElse(language);
    }

    @Override
    public Content run(Invocation asked, Program program) throws InterruptedException {
        requireRun(asked);
        return awaited(execute(asked, new Order(program, List.of(), config.limits())));
    }

    /** Runs a program for someone who may, when it is their turn. */
    CompletableFuture<Content> execute(Invocation asked, Order order) {
        return take(asked, List.of(order), turn -> answers.of(asked, turn.run(order)));
    }

    /** Waits for the turn of someone who may run programs, unless there is no language for one of them. */
    CompletableFuture<Content> take(Invocation asked, List<Order> orders, Turn.Use use) {
        orders.forEach(jobs::language); // whoever asks for what there is not need not wait for that answer
        return turns.take(asked, use);
    }

    /**
     * Runs a program again, in the same version on the same engine if that is there, under the same limits as far as
     * its user may have them, and tells what differs.
     */
    CompletableFuture<Content> rerun(Invocation asked, Recorded before) {
        requireRun(asked);
        var receipt = before.run().receipt();
        var limits = receipt.map(one -> allowances.within(asked.rank(), one.limits()))
                .orElseGet(config::limits);
        var order = new Order(again(before.run()), before.run().files(), limits);
        return take(asked, List.of(order), turn -> answers.again(asked, turn.run(order), before));
    }

    private Program again(Run before) {
        var program = before.program();
        var language = before.receipt()
                .flatMap(one -> find(program.language()).flatMap(offers -> offers.again(one.engine(), one.runtime())))
                .orElse(program.language());
        return new Program(language, program.source(), program.args(), program.stdin());
    }

    /** Finds one of a user's runs. */
    Recorded recorded(Invocation asked, Optional<Integer> id) {
        var user = asked.user().id();
        var found = id.isPresent() ? log.find(user, id.get()) : log.last(user);
        return found.orElseThrow(() -> BellhopException.user(
                "history.unknown",
                id.isEmpty()
                        ? "You have run nothing yet."
                        : "Your history has no run " + id.get() + ". The command history lists what it has."));
    }

    private static Content awaited(CompletableFuture<Content> reply) throws InterruptedException {
        try {
            return reply.get();
        } catch (InterruptedException e) {
            reply.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    Allowances allowances() {
        return allowances;
    }

    SandboxEngine sandbox() {
        return engines.sandbox();
    }

    RunLog log() {
        return log;
    }

    Engines engines() {
        return engines.inOrder();
    }

    Optional<Offers> find(String language) {
        return engines.inOrder().find(language);
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
}
