package io.bellhop.plugins.code.turn;

import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.plugins.code.answer.Shown;
import io.bellhop.plugins.code.engine.Input;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.OutputRecorder;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Shows what a job has written so far, if it takes its time, and asks for what it waits for. Safe for use from any
 * thread.
 */
final class LiveOutput implements Progress, AutoCloseable {
    /** What takes less is not worth a message of its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration POLITE = Duration.ofSeconds(2);

    /** That nothing is new is worth saying now and then. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int MOST_SHOWN = 900;

    private final Invocation asked;
    private final String stop;
    private final Scheduler scheduler;
    private final Clock clock;
    private final OutputRecorder recorder;
    private final Optional<TypedInput> input;
    private final Instant begun;
    private Registration timer = () -> {};
    private Instant shown = Instant.MIN;
    private boolean isNew;
    private boolean closed;

    /**
     * Begins to listen.
     *
     * @param asked who is shown it
     * @param stop the command that stops the job
     * @param inputs ask for what the job waits for
     * @param scheduler tells when to show it
     * @param clock tells how long it takes
     * @param mostBytes how much the job may write
     */
    LiveOutput(Invocation asked, String stop, Inputs inputs, Scheduler scheduler, Clock clock, int mostBytes) {
        this.asked = asked;
        this.stop = stop;
        this.scheduler = scheduler;
        this.clock = clock;
        this.recorder = new OutputRecorder(mostBytes, Progress.UNHEARD);
        this.input = inputs.of(asked, recorder::output);
        this.begun = clock.instant();
        showAfter(PATIENCE);
    }

    @Override
    public void wrote(Output.Chunk chunk) {
        recorder.write(chunk.stream(), chunk.text());
        synchronized (this) {
            isNew = true;
        }
    }

    @Override
    public Optional<Input> input() {
        return input.map(Input.class::cast);
    }

    /** {@return what was typed while the job ran} */
    String typed() {
        return input.map(TypedInput::typed).orElse("");
    }

    /** {@return why its input ended although nobody had ended it: a sentence, or empty} */
    String cut() {
        return input.map(TypedInput::cut).orElse("");
    }

    /** {@return what the job has written so far} */
    Output output() {
        return recorder.output();
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
        input.ifPresent(TypedInput::close);
    }

    /** Says that something waits. */
    static Text waiting(int position) {
        return Text.of("waiting, position " + position);
    }

    private synchronized void showAfter(Duration time) {
        if (!closed) {
            timer = scheduler.after(time, this::show);
        }
    }

    private synchronized void show() {
        var now = clock.instant();
        if (!closed && (isNew || shown.isBefore(now.minus(SILENCE)))) {
            isNew = false;
            shown = now;
            var elapsed = Duration.between(begun, now).truncatedTo(ChronoUnit.SECONDS);
            asked.progress(Shown.of(output(), MOST_SHOWN)
                    .text()
                    .add("running for " + Words.of(elapsed) + ", ")
                    .code(stop)
                    .add(" stops it"));
        }
        showAfter(POLITE);
    }
}
