package io.bellhop.plugins.irc.wire;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lines that wait to be written, in the order in which they go: the protocol's own first, then what is said, then
 * what is asked; the latter two no faster than the flood limit allows. Not safe for use from several threads at once,
 * but {@link #batch} may be written by one while another adds.
 */
final class Backlog {
    private static final int BATCH = 1 << 15;
    private static final int MOST_BYTES = 1 << 20;

    private final TokenBucket bucket;
    private final Queue<byte[]> urgent = new ArrayDeque<>();
    private final Queue<Said> said = new ArrayDeque<>();
    private final SequencedMap<String, byte[]> asked = new LinkedHashMap<>();
    private final ByteBuffer batch = ByteBuffer.allocate(BATCH).limit(0);
    private final Unconfirmed unconfirmed = new Unconfirmed();
    private final List<CompletableFuture<@Nullable Void>> underway = new ArrayList<>();
    private final List<CompletableFuture<@Nullable Void>> leftOut = new ArrayList<>();
    private int bytes;
    private long tokenNanos;
    /** The line that was written last, if more lines of the same follow. */
    private @Nullable Said begun;
    /**
     * Whether the server is asked for a confirmation before anything else is said: what it refuses of that would else
     * count for an answer of several lines that stands there whole.
     */
    private boolean askFirst;

    /** A line, of what it is one and perhaps the last, and what completes with that. */
    private static final class Said {
        final byte[] line;
        final boolean last;
        final Saying whole;
        final CompletableFuture<@Nullable Void> done;

        Said(byte[] line, boolean last, Saying whole, CompletableFuture<@Nullable Void> done) {
            this.line = line;
            this.last = last;
            this.whole = whole;
            this.done = done;
        }
    }

    Backlog(int burst, Duration interval, LongSupplier nanos) {
        this.bucket = new TokenBucket(burst, interval, nanos);
    }

    /** How much waits, apart from the batch. */
    int bytes() {
        return bytes;
    }

    /** Whether nothing is left to write. */
    boolean isEmpty() {
        return bytes == 0 && !batch.hasRemaining();
    }

    /** Whether there is something to write, or to ask the server. */
    boolean isWaiting() {
        return !isEmpty() || unconfirmed.isUnasked();
    }

    /** Whether so much more would be too much; what is too much by itself goes out alone. */
    boolean isFull(int more) {
        return bytes > 0 && bytes + more > MOST_BYTES;
    }

    void addUrgent(byte[] line) {
        bytes += line.length;
        urgent.add(line);
    }

    /** Adds a line that asks for something; one that waits already is not asked twice. */
    void ask(String line) {
        var encoded = Encoding.line(line);
        if (asked.putIfAbsent(line, encoded) == null) {
            bytes += encoded.length;
        }
    }

    /** Forgets what is asked, as nobody waits for the answers any more. */
    void dropAsked() {
        asked.values().forEach(line -> bytes -= line.length);
        asked.clear();
    }

    /**
     * Adds lines that are said; {@code done} completes when the last of them is written, or confirmed if that is
     * wanted. They are left out once they are not meant to go any more.
     */
    void add(Saying saying, CompletableFuture<@Nullable Void> done) {
        var lines = saying.lines();
        for (int i = 0; i < lines.size(); i++) {
            bytes += lines.get(i).length;
            said.add(new Said(lines.get(i), i == lines.size() - 1, saying, done));
        }
    }

    /** What is being written. Changed by {@link #collect} alone, which must wait until it is written. */
    ByteBuffer batch() {
        return batch;
    }

    /** Tells whether all that is said is in the batch. */
    boolean isAllCollected() {
        return said.isEmpty();
    }

    /** After {@link #collect}, how long until the next line may go; 0 if nothing holds it back. */
    long tokenNanos() {
        return tokenNanos;
    }

    /**
     * Moves what may go now into the batch, unless there is a rest in it; returns whether there is anything, or
     * something was left out.
     */
    boolean collect() {
        if (batch.hasRemaining()) {
            return true;
        }
        batch.clear();
        tokenNanos = 0;
        for (var line = urgent.peek(); line != null && fits(line); line = urgent.peek()) {
            put(urgent.remove());
        }
        if (askFirst || unconfirmed.isMuchUnasked()) {
            askForConfirmation();
        }
        collectSaid();
        if (said.isEmpty()) {
            askForConfirmation();
            collectAsked();
        }
        batch.flip();
        return batch.hasRemaining() || !leftOut.isEmpty();
    }

    private void collectSaid() {
        for (var next = said.peek(); !askFirst && next != null && fits(next.line); next = said.peek()) {
            if (!next.whole.isMeant().getAsBoolean()) {
                leaveOut(said.remove());
                continue;
            }
            if (!mayGo()) {
                break;
            }
            put(said.remove().line);
            begun = next.last ? null : next;
            if (next.last && next.whole.confirmed()) {
                unconfirmed.add(next.whole.target(), next.done);
                askFirst = next.whole.lines().size() > 1;
            } else if (next.last) {
                underway.add(next.done);
            }
            if (askFirst) {
                askForConfirmation();
            }
        }
    }

    private void askForConfirmation() {
        if (unconfirmed.isUnasked() && batch.remaining() >= Encoding.LONGEST && mayGo()) {
            batch.put(unconfirmed.ask());
            askFirst = false;
        }
    }

    private void collectAsked() {
        while (!asked.isEmpty() && fits(asked.firstEntry().getValue()) && mayGo()) {
            put(asked.pollFirstEntry().getValue());
        }
    }

    private boolean mayGo() {
        tokenNanos = bucket.take();
        return tokenNanos == 0;
    }

    private void leaveOut(Said line) {
        bytes -= line.line.length;
        if (line.last) {
            begun = null;
            leftOut.add(line.done);
        }
    }

    /** Takes what waited for lines that were left out. */
    List<CompletableFuture<@Nullable Void>> leftOut() {
        var lost = List.copyOf(leftOut);
        leftOut.clear();
        return lost;
    }

    private boolean fits(byte[] line) {
        return line.length <= batch.remaining();
    }

    private void put(byte[] line) {
        batch.put(line);
        bytes -= line.length;
    }

    /** Takes what waited for the batch, if that is written whole. */
    List<CompletableFuture<@Nullable Void>> written() {
        if (batch.hasRemaining() || underway.isEmpty()) {
            return List.of();
        }
        var done = List.copyOf(underway);
        underway.clear();
        return done;
    }

    /** Takes what waited for the server to answer so. */
    List<CompletableFuture<@Nullable Void>> confirmed(String word) {
        return unconfirmed.confirmed(word);
    }

    /** Returns what may be meant when the server refuses a line to some targets: what is written, if only in part. */
    List<CompletableFuture<@Nullable Void>> writtenTo(Predicate<String> targets) {
        var written = new ArrayList<>(unconfirmed.writtenTo(targets));
        if (begun != null && !unconfirmed.isAsked() && begun.whole.confirmed() && targets.test(begun.whole.target())) {
            written.add(begun.done);
        }
        return written;
    }

    /** Whether something is written of which it is not known whether the server has taken it. */
    boolean isUnconfirmed() {
        return !unconfirmed.isEmpty();
    }

    /** Forgets that of which no line was written, and takes what waited for it. */
    List<CompletableFuture<@Nullable Void>> dropUnwritten() {
        var rest = takeBegun();
        var unwritten =
                said.stream().filter(each -> each.last).map(each -> each.done).toList();
        said.clear();
        said.addAll(rest);
        return unwritten;
    }

    /** Takes the lines that are left of what was written in part, which stand first. */
    private List<Said> takeBegun() {
        var rest = new ArrayList<Said>();
        for (var isMore = begun != null; isMore; isMore = !rest.getLast().last) {
            rest.add(said.remove());
        }
        return rest;
    }

    /** Forgets all, and takes what waited for it. */
    List<CompletableFuture<@Nullable Void>> drop() {
        var lost = new ArrayList<>(underway);
        said.forEach(each -> {
            if (each.last) {
                lost.add(each.done);
            }
        });
        lost.addAll(leftOut());
        lost.addAll(unconfirmed.drop());
        underway.clear();
        askFirst = false;
        said.clear();
        asked.clear();
        urgent.clear();
        bytes = 0;
        return lost;
    }
}
