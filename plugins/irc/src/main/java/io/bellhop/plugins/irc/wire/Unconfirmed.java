package io.bellhop.plugins.irc.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
    /** How many have been confirmed. */
    private long taken;
    /** How many will be, once the server has answered. */
    private long asked;

    private record Written(String target, CompletableFuture<@Nullable Void> done) {}

    void add(String target, CompletableFuture<@Nullable Void> done) {
        waiting.add(new Written(target, done));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Tells whether there is something about which the server has not been asked. */
    boolean isUnasked() {
        return asked < taken + waiting.size();
    }

    /** Tells whether there is so much of it that the question comes before further lines. */
    boolean isMuchUnasked() {
        return taken + waiting.size() - asked >= MANY;
    }

    /** Returns the question about all that was added. */
    byte[] ask() {
        asked = taken + waiting.size();
        return Encoding.line("PING " + WORD + asked);
    }

    /** Takes what an answer confirms: all that was added before its question. */
    List<CompletableFuture<@Nullable Void>> confirmed(String word) {
        long until = number(word);
        var done = new ArrayList<CompletableFuture<@Nullable Void>>();
        for (; taken < until && until <= asked; taken++) {
            done.add(waiting.remove().done());
        }
        return done;
    }

    /** Returns what was written to some targets; it stays here, in its order, until it is confirmed. */
    List<CompletableFuture<@Nullable Void>> writtenTo(Predicate<String> targets) {
        return waiting.stream()
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
        var lost = writtenTo(_ -> true);
        asked = taken;
        waiting.clear();
        return lost;
    }
}
