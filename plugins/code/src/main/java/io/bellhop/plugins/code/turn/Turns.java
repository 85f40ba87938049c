package io.bellhop.plugins.code.turn;

import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.history.Run;
import io.bellhop.plugins.code.history.RunLog;
import io.bellhop.plugins.code.queue.FairQueue;
import io.bellhop.plugins.code.queue.Task;
import io.bellhop.plugins.code.queue.Ticket;
import io.bellhop.plugins.code.request.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives users their turns, and remembers what they run. Safe for use from any thread. */
public final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final FairQueue queue;
    private final JobRunner engines;
    private final RunLog log;
    private final Inputs inputs;
    private final Commands commands;
    private final Scheduler scheduler;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param queue says whose turn it is
     * @param engines run programs
     * @param log remembers them
     * @param inputs ask users for what their programs wait for
     * @param commands tells what commands begin with
     * @param scheduler tells when to show what a program has written so far
     * @param clock tells the time
     */
    public Turns(
            FairQueue queue,
            JobRunner engines,
            RunLog log,
            Inputs inputs,
            Commands commands,
            Scheduler scheduler,
            Clock clock) {
        this.queue = queue;
        this.engines = engines;
        this.log = log;
        this.inputs = inputs;
        this.commands = commands;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Waits for a user's turn. Returns at once.
     *
     * @param asked who, and where; hears how long they have to wait
     * @param use what they do with it
     * @return completes with the reply; whoever cancels it ends the turn
     * @throws io.bellhop.api.error.BellhopException if too many wait already
     */
    public CompletableFuture<Content> take(Invocation asked, Turn.Use use) {
        var reply = new CompletableFuture<Content>();
        var ticket = queue.enter(asked.user().id(), new Waiting(asked, use, reply));
        var _ = reply.whenComplete((_, _) -> cancelIfCancelled(reply, ticket));
        return reply;
    }

    private static void cancelIfCancelled(CompletableFuture<Content> reply, Ticket ticket) {
        if (reply.isCancelled()) {
            ticket.cancel();
        }
    }

    /** A turn that waits, and then is used. */
    private final class Waiting implements Task, Turn {
        private final Invocation asked;
        private final Turn.Use use;
        private final CompletableFuture<Content> reply;

        Waiting(Invocation asked, Turn.Use use, CompletableFuture<Content> reply) {
            this.asked = asked;
            this.use = use;
            this.reply = reply;
        }

        @Override
        public void moved(int position) {
            asked.progress(LiveOutput.waiting(position));
        }

        @Override
        public Runnable run() {
            try {
                var made = use.make(this);
                return () -> reply.complete(made);
            } catch (InterruptedException e) {
                return () -> reply.cancel(false);
            } catch (Throwable failure) {
                return () -> reply.completeExceptionally(failure); // the bot tells the user, whatever it is
            }
        }

        @Override
        public Invocation asked() {
            return asked;
        }

        @Override
        public Done run(Order order) throws InterruptedException {
            var begun = clock.instant();
            var most = order.limits().output();
            try (var live = new LiveOutput(asked, stop(), inputs, scheduler, clock, most)) {
                return perform(order, begun, live);
            }
        }

        @Override
        public Ran repeat(Order order) throws InterruptedException {
            return engines.run(order, Progress.UNHEARD);
        }

        private Done perform(Order order, Instant begun, LiveOutput live) throws InterruptedException {
            var language = engines.language(order); // when it is cut, nobody may offer it any more
            try {
                var ran = engines.run(order, live).reading(live.typed());
                var run = Run.of(begun, ran, asked.message().id());
                return new Done(ran, run, remember(run), live.cut());
            } catch (InterruptedException e) {
                var took = Duration.between(begun, clock.instant());
                remember(Run.cancelled(
                        begun,
                        language,
                        order,
                        took,
                        live.output(),
                        asked.message().id()));
                throw e;
            }
        }

        private String stop() {
            return commands.prefix(asked.channel()) + "cancel " + asked.ref();
        }

        /** The reply matters more than its record, so that one is not lost with the other. */
        private OptionalInt remember(Run run) {
            try {
                return OptionalInt.of(log.add(asked.user().id(), run));
            } catch (RuntimeException e) {
                LOG.error("A run (ref {}) is missing from its user's history", asked.ref(), e);
                return OptionalInt.empty();
            }
        }
    }
}
