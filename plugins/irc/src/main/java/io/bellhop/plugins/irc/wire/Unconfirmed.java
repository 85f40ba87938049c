package io.bellhop.plugins.irc.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was written, and may yet be lost on its way. A server takes lines in order, so its answer to a PING says that it
 * has taken all before it; one PING is enough for many lines. For use under its owner's lock.
 */
final class Unconfirmed {
    private static final String WORD = "taken-";
    private static final int MANY = 10;

    private final Queue<Written> waiting = new ArrayDeque<>();
    /** How many will have been confirmed by the answer to each question that is open. */
    private final Deque<Long> questions = new ArrayDeque<>();
    /** How many have been confirmed. */
    private long taken;

    private record Written(String target, CompletableFuture<@Nullable Void> done) {}

    void add(String target, CompletableFuture<@Nullable Void> done) {
        waiting.add(new Written(target, done));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Tells whether there is something about which the server has not been asked. */
    boolean isUnasked() {
        return unasked() > 0;
    }

    /** Tells whether there is so much of it that the question comes before further lines. */
    boolean isMuchUnasked() {
        return unasked() >= MANY;
    }

    private long unasked() {
        return taken + waiting.size() - asked();
    }

    private long asked() {
        return questions.isEmpty() ? taken : questions.getLast();
    }

    /** Returns the question about all that was added. */
    byte[] ask() {
        questions.add(taken + waiting.size());
        return Encoding.line("PING " + WORD + asked());
    }

    /** Takes what an answer confirms: all that was added before its question. */
    List<CompletableFuture<@Nullable Void>> confirmed(String word) {
        long until = number(word);
        var done = new ArrayList<CompletableFuture<@Nullable Void>>();
        for (boolean isAsked = until <= asked(); isAsked && taken < until; taken++) {
            done.add(waiting.remove().done());
        }
        questions.removeIf(question -> question <= taken);
        return done;
    }

    /** Tells whether a question is open, so that what the server says now is of what was written before it. */
    boolean isAsked() {
        return !questions.isEmpty();
    }

    /**
     * Returns what was written to some targets, and before the question that is open, if one is; it stays here, in its
     * order, until it is confirmed.
     */
    List<CompletableFuture<@Nullable Void>> writtenTo(Predicate<String> targets) {
        return waiting.stream()
                .limit(isAsked() ? questions.getFirst() - taken : waiting.size())
                .filter(written -> targets.test(written.target()))
                .map(Written::done)
                .toList();
    }

    /** Returns the number in an answer, or 0 if that is to another question. */
    private static long number(String word) {
        if (!word.startsWith(WORD)) {
            return 0;
        }
        try {
            return Long.parseLong(word.substring(WORD.length()));
        } catch (NumberFormatException _) {
            return 0; // a server that makes up its answers confirms nothing
        }
    }

    /** Takes all of which nothing more will be known. */
    List<CompletableFuture<@Nullable Void>> drop() {
        var lost = waiting.stream().map(Written::done).toList();
        questions.clear();
        waiting.clear();
        return lost;
    }
}
