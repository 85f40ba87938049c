package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.Input;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a program that waits for input more of it, if somebody has more; meanwhile its clock stands. Watched by one
 * thread; what the sandbox says of it comes on another.
 */
final class Feed implements AutoCloseable {
    /** How long a program may wait for answers, all together. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration INTERVAL = Duration.ofMillis(100);

    /**
     * After this the kernel has done what an ending process leaves to it: until then nobody seems to write to its
     * pipes.
     */
    private static final Duration DOUBT = Duration.ofMillis(20);

    private final @Nullable Input input;
    private final BooleanSupplier waits;
    private final Send send;
    private final Duration longest;
    private volatile boolean isRead;
    private volatile Duration waited = Duration.ZERO;
    private volatile long since;
    private volatile @Nullable CompletableFuture<Optional<String>> answer;
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
        this(input, waits, send, LONGEST);
    }

    Feed(Optional<Input> input, BooleanSupplier waits, Send send, Duration longest) {
        this.input = input.orElse(null);
        this.waits = waits;
        this.send = send;
        this.longest = longest;
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
        return answer == null ? waited : waited.plus(Duration.ofNanos(System.nanoTime() - since));
    }

    /** Returns how long it can be left unlooked at. */
    Duration next(Duration most) {
        var own = seemsToWait ? DOUBT : INTERVAL;
        return input == null || isOver || most.compareTo(own) < 0 ? most : own;
    }

    /** Asks if the program waits, as two looks have seen; gives it what was answered. */
    void look() {
        var asked = answer;
        if (input == null || isOver) {
            return;
        }
        if (asked == null) {
            boolean seemedToWait = seemsToWait;
            seemsToWait = isRead && waits.getAsBoolean();
            if (seemsToWait && seemedToWait) {
                ask(input);
            }
        } else if (asked.isDone() || (waited().compareTo(longest) > 0 && asked.complete(Optional.empty()))) {
            give(asked.isCompletedExceptionally() ? Optional.empty() : asked.join());
        }
    }

    private void ask(Input more) {
        seemsToWait = false;
        since = System.nanoTime();
        answer = more.next();
    }

    private void give(Optional<String> text) {
        waited = waited();
        answer = null;
        isRead = false;
        isOver = text.isEmpty();
        send.frame(isOver ? Wire.NO_INPUT : Wire.INPUT, text.orElse("").getBytes(UTF_8));
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
