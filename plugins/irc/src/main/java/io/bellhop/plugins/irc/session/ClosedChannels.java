package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.CaseMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The channels that take nothing that we say, as one that is moderated. A server refuses a line for what it says by the
 * same number, so a channel counts as closed when something that was said after that is refused too. One thread writes,
 * any reads.
 */
final class ClosedChannels {
    private static final long CLOSED_NANOS = Duration.ofMinutes(1).toNanos();
    private static final String WORD = "refused-";

    private final Supplier<CaseMapping> mapping;
    private final Consumer<String> ask;
    private final LongSupplier nanos;
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private long questions;

    /** All that was said before the question is refused before its answer; what is closed was asked about already. */
    private record Refusal(String reason, String question, boolean answered, Optional<Long> until) {
        static Refusal first(String reason, String question) {
            return new Refusal(reason, question, false, Optional.empty());
        }

        Refusal settled() {
            return new Refusal(reason, question, true, until);
        }

        Refusal closed(String why, long closedUntil) {
            return new Refusal(why, question, true, Optional.of(closedUntil));
        }
    }

    ClosedChannels(Supplier<CaseMapping> mapping, Consumer<String> ask, LongSupplier nanos) {
        this.mapping = mapping;
        this.ask = ask;
        this.nanos = nanos;
    }

    /** Notes that a channel did not take something, for a reason that may be either. */
    void refused(String channel, String reason) {
        var key = mapping.get().fold(channel);
        var before = refusals.get(key);
        if (before == null) {
            var question = WORD + ++questions;
            refusals.put(key, Refusal.first(reason, question));
            ask.accept("PING " + question);
        } else if (before.answered()) {
            refusals.put(key, before.closed(reason, nanos.getAsLong() + CLOSED_NANOS));
        }
    }

    /** Takes the answer to a question. */
    void answered(String word) {
        if (word.startsWith(WORD)) {
            refusals.replaceAll((_, refusal) -> refusal.question().equals(word) ? refusal.settled() : refusal);
        }
    }

    /** Notes that a channel takes what we say, or that it may, as its modes or ours in it have changed. */
    void opened(String channel) {
        if (!refusals.isEmpty()) {
            refusals.remove(mapping.get().fold(channel));
        }
    }

    /** Tells whether a channel has refused what we said last, so that the next may be too. */
    boolean mayRefuse(String channel) {
        return refusal(channel) != null;
    }

    /** Returns why it is of no use to say something in a channel now; after a while it is tried again. */
    Optional<String> reason(String channel) {
        var refusal = refusal(channel);
        return refusal == null || left(refusal) <= 0 ? Optional.empty() : Optional.of(refusal.reason());
    }

    /** Returns how long it is of no use to say something in a channel, in nanoseconds; 0 if it is. */
    long left(String channel) {
        var refusal = refusal(channel);
        return refusal == null ? 0 : left(refusal);
    }

    private long left(Refusal refusal) {
        return refusal.until()
                .map(until -> Math.max(0, until - nanos.getAsLong()))
                .orElse(0L);
    }

    private @Nullable Refusal refusal(String channel) {
        return refusals.isEmpty() ? null : refusals.get(mapping.get().fold(channel));
    }
}
