package io.bellhop.core.command.run;

import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Question;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.command.parse.BoundCommand;
import io.bellhop.core.command.parse.ConversionContext;
import io.bellhop.core.command.parse.MissingInput;
import io.bellhop.core.command.parse.WrongInput;
import io.bellhop.core.command.reply.Replies;
import io.bellhop.core.command.reply.ReplyPath;
import io.bellhop.core.command.reply.Request;
import io.bellhop.core.error.ErrorReply;
import io.bellhop.core.event.pool.Cut;
import io.bellhop.core.event.pool.PoolTask;
import io.bellhop.core.event.pool.Run;
import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.meter.CommandMeters;
import io.bellhop.core.telemetry.meter.Outcome;
import io.bellhop.core.telemetry.trace.InvocationTrace;
import io.bellhop.core.telemetry.trace.Stage;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running of a command, from the place it got in its plugin's queue to its answer. It ends once: by its result, by
 * its failure, or by a cut; whatever comes later is dropped.
 */
public final class ActiveInvocation implements PoolTask {
    private static final Logger log = LoggerFactory.getLogger(ActiveInvocation.class);

    private final String ref;
    private final BoundCommand command;
    private final BadEnd.Attempt attempt;
    private final Request request;
    private final InvocationContext context;
    private final Consumer<ActiveInvocation> whenEnded;
    private final ReplyPath replies;
    private final InvocationFields fields;
    private final InvocationTrace trace;
    private final LastWord lastWord;
    private final Invocation seen;
    private final Timing timing;
    private final LifeState life = new LifeState();
    private final AtomicReference<@Nullable Throwable> cutBy = new AtomicReference<>();
    private volatile @Nullable Run run;
    private final LaterResult later = new LaterResult();
    private volatile @Nullable CompletionStage<Content> waiting;

    /**
     * Makes an invocation that has a place.
     *
     * @param command what runs
     * @param meters counts it
     * @param arguments what follows the command's name
     * @param request who asked, and where
     * @param context what all invocations share
     * @param replies how it answers
     * @param whenEnded called once when it has ended, on any thread
     */
    public ActiveInvocation(
            BoundCommand command,
            CommandMeters meters,
            String arguments,
            Request request,
            InvocationContext context,
            ReplyPath replies,
            Consumer<ActiveInvocation> whenEnded) {
        this.ref = replies.ref();
        this.command = command;
        this.attempt = new BadEnd.Attempt(
                ref, context.settings().prefix(request.message().channel()), command.declaration(), arguments);
        this.request = request;
        this.context = context;
        this.whenEnded = whenEnded;
        this.replies = replies;
        this.seen = new VisibleInvocation(command.declaration(), request, replies, life);
        this.fields = new InvocationFields(
                ref,
                seen.user().id(),
                seen.channel().id(),
                command.declaration().name(),
                command.declaration().plugin().id());
        this.timing = new Timing(context.time(), meters, command.declaration().deadline());
        this.trace = context.tracing().start(fields, request.receivedNanos(), request.admittingNanos());
        this.lastWord = new LastWord(replies, fields, trace, context.faults());
        trace.stage(Stage.QUEUE);
    }

    @Override
    public void run(Run thisRun) {
        run = thisRun;
        if (life.hasEnded()) {
            return;
        }
        timing.begins();
        trace.stage(Stage.RUN);
        fields.within(this::perform);
    }

    @Override
    public Duration deadline() {
        return command.declaration().deadline();
    }

    @Override
    public void cut(Cut why) {
        if (life.ends()) {
            finish(why);
        }
    }

    /** Returns what plugins see of this. */
    Invocation seen() {
        return seen;
    }

    /** Tells whether the command's method was called. */
    boolean hasRun() {
        return life.hasRun();
    }

    /** Ends this silently if the command's method was not called, and won't be; tells whether it did. */
    boolean giveWay() {
        boolean gives = life.endsUnrun();
        if (gives) {
            finish(Cut.WITHDRAWN);
            interrupt(Cut.WITHDRAWN);
        }
        return gives;
    }

    /** Ends this from outside; tells whether it was this call that did. */
    boolean end(Cut why) {
        if (life.hasEnded()) {
            return false;
        }
        if (!interrupt(why)) {
            cut(why);
        }
        later.cancel();
        return true;
    }

    /**
     * Ends this before it has run, for it could not be journalled: the bot is to blame, and no plugin.
     *
     * @param why what is told
     */
    public void refuse(BellhopException why) {
        if (life.endsUnrun()) {
            log.error("invocation {} can't be journalled, and does not run", ref, why);
            lastWord.excuse(new BadEnd(ErrorReply.of(why, ref), Outcome.REFUSED, why), null);
            finish(Outcome.REFUSED);
        }
    }

    private boolean interrupt(Cut why) {
        var current = run;
        return current != null && current.cut(why);
    }

    private boolean perform() {
        try {
            var parsed = parsed();
            context.middlewares().before(seen);
            if (life.runs()) {
                waiting = context.approvals().stop(ref, request, command.declaration());
                conclude(waiting == null ? command.call(parsed) : waiting);
            }
        } catch (Throwable failure) {
            fail(failure);
        }
        return !tellCut();
    }

    /** Tells the middlewares, once, that this was cut. */
    private boolean tellCut() {
        var cut = cutBy.getAndSet(null);
        if (cut != null) {
            context.middlewares().failed(seen, cut);
        }
        return cut != null;
    }

    private @Nullable Object[] parsed() {
        var conversion = new ConversionContext(request.message(), request.connector());
        return command.arguments(
                seen, conversion, attempt.arguments(), request.parts().blocks());
    }

    private void conclude(@Nullable Object result) {
        if (!(result instanceof CompletionStage<?> stage)) {
            succeed(result);
            return;
        }
        later.is(stage);
        if (life.hasEnded()) {
            later.cancel(); // it was cut while it made this
            return;
        }
        var timer = context.time().after(timing.left(), () -> end(Cut.DEADLINE));
        stage.whenComplete((value, failure) -> {
            timer.cancel();
            conclude(value, LaterResult.cause(failure));
        });
    }

    private void conclude(@Nullable Object value, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                succeed(value);
            } else {
                fail(failure);
            }
        } catch (Throwable unreadable) {
            fail(unreadable); // the result can't be told as text
        }
        tellCut();
    }

    private void succeed(@Nullable Object result) {
        if (result instanceof Question question) {
            ask(question);
            return;
        }
        var reply = Replies.of(result);
        if (life.ends()) {
            takeDown(Outcome.ANSWERED);
            lastWord.answer(reply);
            context.middlewares().after(seen);
            leave(Outcome.ANSWERED);
        }
    }

    /** Ends by a question: a command that asks has run, and what its answer fires is another invocation. */
    private void ask(Question question) {
        var asking = context.forms().question(seen, request, question);
        if (life.ends()) {
            takeDown(Outcome.ANSWERED);
            lastWord.ask(asking);
            context.middlewares().after(seen);
            leave(Outcome.ANSWERED);
        }
    }

    private void fail(Throwable failure) {
        if (!life.ends()) {
            return;
        }
        var end = BadEnd.by(failure, attempt);
        takeDown(end.outcome());
        var asking = context.forms().remedy(seen, request, failure, end.text());
        if (!(failure instanceof MissingInput || failure instanceof WrongInput)) {
            context.middlewares().failed(seen, end.failure());
        }
        lastWord.excuse(end, asking);
        leave(end.outcome());
    }

    private void finish(Cut why) {
        var end = BadEnd.by(why, attempt);
        cutBy.set(end.failure());
        takeDown(end.outcome());
        if (why == Cut.WITHDRAWN) {
            replies.end();
        } else {
            lastWord.excuse(end, null);
        }
        finish(end.outcome());
    }

    /** Tells the audit, before the last word: so both are on the disk by one commit. */
    private void takeDown(Outcome outcome) {
        if (life.hasRun() && waiting == null) {
            context.audit().ended(ref, command.declaration(), request, attempt.arguments(), outcome);
        }
    }

    /** Ends this where its method has returned: the thread is free for what comes next in its lane. */
    private void leave(Outcome outcome) {
        var current = run;
        if (current != null) {
            current.returns();
        }
        finish(outcome);
    }

    private void finish(Outcome outcome) {
        timing.ended(outcome);
        whenEnded.accept(this);
        replies.whenDone(trace::end);
    }
}
