package io.bellhop.core.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.event.Cut;
import io.bellhop.core.event.PoolTask;
import io.bellhop.core.event.Run;
import io.bellhop.core.telemetry.CommandMeters;
import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.InvocationTrace;
import io.bellhop.core.telemetry.Outcome;
import io.bellhop.core.telemetry.Stage;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One running of a command, from the place it got in its plugin's queue to its answer. It ends once: by its result, by
 * its failure, or by a cut; whatever comes later is dropped.
 */
final class ActiveInvocation implements Invocation, PoolTask {
    private final String ref;
    private final BoundCommand command;
    private final BadEnd.Attempt attempt;
    private final Request request;
    private final InvocationContext context;
    private final Consumer<ActiveInvocation> whenEnded;
    private final Deliveries deliveries;
    private final Progress progress;
    private final InvocationFields fields;
    private final InvocationTrace trace;
    private final CommandMeters meters;
    private final long queuedAt;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final AtomicReference<@Nullable Throwable> cutBy = new AtomicReference<>();
    private volatile boolean hasRun;
    private volatile long begunAt;
    private volatile @Nullable Run run;
    private volatile @Nullable CompletionStage<?> later;

    /** How far it is: its method is called only from the first to the second. */
    private enum State {
        WAITING,
        RUNNING,
        ENDED
    }

    /**
     * Makes an invocation that has a place.
     *
     * @param ref names it
     * @param command what runs
     * @param meters counts it
     * @param arguments what follows the command's name
     * @param request who asked, and where
     * @param context what all invocations share
     * @param whenEnded called once when it has ended, on any thread
     */
    ActiveInvocation(
            String ref,
            BoundCommand command,
            CommandMeters meters,
            String arguments,
            Request request,
            InvocationContext context,
            Consumer<ActiveInvocation> whenEnded) {
        this.ref = ref;
        this.command = command;
        this.attempt = new BadEnd.Attempt(ref, context.options().prefix(), command.declaration(), arguments);
        this.request = request;
        this.context = context;
        this.whenEnded = whenEnded;
        this.deliveries = new Deliveries(context.meters());
        this.progress = new Progress(request.connector(), context.time(), this::send);
        this.fields = new InvocationFields(
                ref,
                user().id(),
                channel().id(),
                command.declaration().name(),
                command.declaration().plugin().id());
        this.meters = meters;
        this.queuedAt = context.time().nanos();
        this.begunAt = queuedAt;
        this.trace = context.tracing().start(fields, request.receivedNanos(), request.admittingNanos());
        trace.stage(Stage.QUEUE);
    }

    @Override
    public void run(Run thisRun) {
        run = thisRun;
        if (hasEnded()) {
            return;
        }
        begunAt = context.time().nanos();
        trace.stage(Stage.RUN);
        fields.within(this::perform);
    }

    @Override
    public Duration deadline() {
        return command.declaration().deadline();
    }

    @Override
    public void cut(Cut why) {
        if (ends()) {
            finish(why);
        }
    }

    /** Tells whether the command's method was called. */
    boolean hasRun() {
        return hasRun || state.get() == State.RUNNING;
    }

    /** Ends this silently if the command's method was not called, and won't be; tells whether it did. */
    boolean giveWay() {
        boolean gives = state.compareAndSet(State.WAITING, State.ENDED);
        if (gives) {
            finish(Cut.WITHDRAWN);
            interrupt(Cut.WITHDRAWN);
        }
        return gives;
    }

    /** Ends this from outside; tells whether it was this call that did. */
    boolean end(Cut why) {
        if (hasEnded()) {
            return false;
        }
        if (!interrupt(why)) {
            cut(why);
        }
        var stage = later;
        if (stage != null) {
            stage.toCompletableFuture().cancel(true);
        }
        return true;
    }

    private boolean interrupt(Cut why) {
        var current = run;
        return current != null && current.cut(why);
    }

    private boolean hasEnded() {
        return state.get() == State.ENDED;
    }

    /** Ends this; tells whether it had not ended before. */
    private boolean ends() {
        var before = state.getAndSet(State.ENDED);
        if (before == State.RUNNING) {
            hasRun = true;
        }
        return before != State.ENDED;
    }

    @Override
    public String ref() {
        return ref;
    }

    @Override
    public CommandDescription command() {
        return command.declaration();
    }

    @Override
    public User user() {
        return request.message().author();
    }

    @Override
    public int rank() {
        return request.rank();
    }

    @Override
    public Channel channel() {
        return request.message().channel();
    }

    @Override
    public Message message() {
        return request.message();
    }

    @Override
    public CompletionStage<Receipt> reply(Content content) {
        return deliveries.add(ref, () -> progress.replace(content));
    }

    @Override
    public void progress(Text text) {
        if (!hasEnded()) {
            progress.show(text);
        }
    }

    @Override
    public void typing() {
        request.connector().typing(channel().id());
    }

    private boolean perform() {
        try {
            var parsed = parsed();
            context.middlewares().before(this);
            if (state.compareAndSet(State.WAITING, State.RUNNING)) {
                conclude(command.call(parsed));
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
            context.middlewares().failed(this, cut);
        }
        return cut != null;
    }

    private @Nullable Object[] parsed() {
        var conversion = new ConversionContext(request.message(), request.connector());
        return command.arguments(
                this, conversion, attempt.arguments(), request.parts().blocks());
    }

    private CompletionStage<Receipt> send(Content content) {
        var message = request.message();
        return command.declaration().visibility() == Visibility.WHISPER
                ? request.connector().whisper(message.author().id(), message.id(), content)
                : request.connector().reply(message.id(), content);
    }

    private void conclude(@Nullable Object result) {
        if (!(result instanceof CompletionStage<?> stage)) {
            succeed(result);
            return;
        }
        later = stage;
        if (hasEnded()) {
            stage.toCompletableFuture().cancel(true); // it was cut while it made this
            return;
        }
        var timer = context.time().after(deadline(), () -> end(Cut.DEADLINE));
        stage.whenComplete((value, failure) -> {
            timer.cancel();
            conclude(value, failure);
        });
    }

    private void conclude(@Nullable Object value, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                succeed(value);
            } else {
                fail(failure instanceof CompletionException wrapper ? cause(wrapper) : failure);
            }
        } catch (Throwable unreadable) {
            fail(unreadable); // the result can't be told as text
        }
        tellCut();
    }

    private static Throwable cause(CompletionException wrapper) {
        var cause = wrapper.getCause();
        return cause == null ? wrapper : cause;
    }

    private void succeed(@Nullable Object result) {
        var reply = Replies.of(result);
        if (ends()) {
            trace.stage(Stage.REPLY);
            if (reply != null) {
                reply(reply);
            }
            context.middlewares().after(this);
            finish(Outcome.ANSWERED);
        }
    }

    private void fail(Throwable failure) {
        if (!ends()) {
            return;
        }
        var end = BadEnd.by(failure, attempt);
        if (failure instanceof MissingCode) {
            context.pendingCode()
                    .put(user().id(), channel().id(), request.parts().line());
        } else if (!(failure instanceof WrongInput)) {
            context.middlewares().failed(this, end.failure());
        }
        finish(end);
    }

    private void finish(Cut why) {
        var end = BadEnd.by(why, attempt);
        cutBy.set(end.failure());
        if (why == Cut.WITHDRAWN) {
            finish(end.outcome());
        } else {
            finish(end);
        }
    }

    private void finish(BadEnd end) {
        if (end.isFault()) {
            context.faults()
                    .report(fields.plugin(), "command " + fields.command() + " (ref " + ref + ")", end.failure());
        }
        trace.failed(end.failure());
        trace.stage(Stage.REPLY);
        reply(end.text());
        finish(end.outcome());
    }

    private void finish(Outcome outcome) {
        meters.ended(outcome, begunAt - queuedAt, context.time().nanos() - begunAt);
        whenEnded.accept(this);
        deliveries.whenDone(() -> {
            trace.end();
            request.answered().complete(null);
        });
    }
}
