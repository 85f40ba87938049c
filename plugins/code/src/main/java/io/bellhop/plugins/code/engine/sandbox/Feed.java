package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.Input;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a program that waits for input more of it, if somebody has more; meanwhile its clock stands. Watched by one
 * thread; what the sandbox says of it comes on another.
 */
final class Feed implements AutoCloseable {
    /** How often a program is looked at that may never read. */
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Who was given something most likely reads on, so it is looked at after this, then after twice as long... */
    private static final Duration SOONEST = Duration.ofMillis(5);

    /**
     * After this the kernel has done what an ending process leaves to it: until then nobody seems to write to its
     * pipes.
     */
    private static final Duration DOUBT = Duration.ofMillis(20);

    private final @Nullable Input input;
    private final BooleanSupplier waits;
    private final Send send;
    private final Duration longest;
    private final LongSupplier clock;
    private volatile boolean isRead;
    private volatile Duration waited = Duration.ZERO;
    private volatile long since;
    private volatile @Nullable CompletableFuture<Optional<String>> answer;
    private Duration interval = INTERVAL;
    private long due;
    private boolean seemsToWait;
    private boolean isOver;

    /** Says something to the sandbox. */
    interface Send {
        void frame(char kind, byte[] bytes);
    }

    /**
     * Makes a feed.
     *
     * @param input who has more, if somebody has
     * @param waits tells whether the program waits for input
     * @param send gives it to the program
     */
    Feed(Optional<Input> input, BooleanSupplier waits, Send send) {
        this(input, waits, send, Input.LONGEST, System::nanoTime);
    }

    Feed(Optional<Input> input, BooleanSupplier waits, Send send, Duration longest, LongSupplier clock) {
        this.input = input.orElse(null);
        this.waits = waits;
        this.send = send;
        this.longest = longest;
        this.clock = clock;
        lookAfter(INTERVAL);
    }

    /** Tells whether the end of the input is left open when the program begins. */
    boolean isOpen() {
        return input != null;
    }

    /** Hears that all input so far can be read. */
    void isRead() {
        isRead = true;
    }

    /** Returns how long the program has waited for answers. */
    Duration waited() {
        return answer == null ? waited : waited.plus(Duration.ofNanos(clock.getAsLong() - since));
    }

    /** Returns how long it can be left unlooked at. */
    Duration next(Duration most) {
        if (input == null || isOver) {
            return most;
        }
        return least(most, answer == null ? left() : INTERVAL);
    }

    /** Asks if the program waits, as two looks have seen; gives it what was answered. */
    void look() {
        if (input == null || isOver) {
            return;
        }
        if (answer == null && left().isZero()) {
            lookAt(input);
        }
        var asked = answer;
        if (asked != null
                && (asked.isDone() || (waited().compareTo(longest) > 0 && asked.complete(Optional.empty())))) {
            give(asked.isCompletedExceptionally() ? Optional.empty() : asked.join());
        }
    }

    private void lookAt(Input more) {
        boolean seemedToWait = seemsToWait;
        seemsToWait = isRead && waits.getAsBoolean();
        if (seemsToWait && seemedToWait) {
            ask(more);
        } else if (seemsToWait) {
            since = clock.getAsLong();
            lookAfter(DOUBT);
        } else {
            interval = least(interval.multipliedBy(2), INTERVAL);
            lookAfter(interval);
        }
    }

    private void ask(Input more) {
        seemsToWait = false;
        answer = more.next();
    }

    private void give(Optional<String> text) {
        waited = waited();
        answer = null;
        isRead = false;
        isOver = text.isEmpty();
        send.frame(isOver ? Wire.NO_INPUT : Wire.INPUT, text.orElse("").getBytes(UTF_8));
        interval = SOONEST;
        lookAfter(interval);
    }

    private void lookAfter(Duration time) {
        due = clock.getAsLong() + time.toNanos();
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, due - clock.getAsLong()));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Stops asking: the program has ended. */
    @Override
    public void close() {
        var asked = answer;
        if (asked != null) {
            asked.cancel(false);
        }
    }
}
