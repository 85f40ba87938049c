package io.bellhop.plugins.irc.wire;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent on one connection: the protocol's own lines first, then what is said, no faster than the flood
 * limit allows. A thread writes it, many lines at a time; a single line that nothing waits beside is written by whoever
 * says it, which saves waking a thread. Safe for use from any thread, and only {@link #run} waits for the other side.
 */
public final class Outgoing implements Runnable {
    private static final int BATCH = 1 << 15;
    private static final int MOST_BYTES = 1 << 20;

    private final String network;
    private final Pipe pipe;
    private final TokenBucket bucket;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> urgent = new ArrayDeque<>();
    private final Queue<Said> said = new ArrayDeque<>();
    private final ByteBuffer batch = ByteBuffer.allocate(BATCH).limit(0);
    private final List<CompletableFuture<@Nullable Void>> underway = new ArrayList<>();
    private int waitingBytes;
    private long tokenNanos;
    private boolean writing;
    private boolean closed;

    /** A line, and what completes with it if it is the last of several. */
    private static final class Said {
        final byte[] line;
        final @Nullable CompletableFuture<@Nullable Void> last;

        Said(byte[] line, @Nullable CompletableFuture<@Nullable Void> last) {
            this.line = line;
            this.last = last;
        }
    }

    /**
     * Makes the queue of a connection.
     *
     * @param network names the network in what users are told
     * @param pipe where it goes
     * @param burst how many lines may be said at once, 0 for no limit
     * @param interval the time for each line after that
     * @param nanos the time in nanoseconds from some moment on
     */
    public Outgoing(String network, Pipe pipe, int burst, Duration interval, LongSupplier nanos) {
        this.network = network;
        this.pipe = pipe;
        this.bucket = new TokenBucket(burst, interval, nanos);
    }

    /**
     * Sends a line of the protocol before all that is said.
     *
     * @param line the line without its end
     */
    public void command(String line) {
        lock.lock();
        try {
            if (!closed && waitingBytes < MOST_BYTES) {
                var bytes = Encoding.line(line);
                waitingBytes += bytes.length;
                urgent.add(bytes);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says lines, in order and together.
     *
     * @param lines encoded lines, at least one
     * @param alone whether nothing else is likely to be said in this moment
     * @return completes when they are on their way
     */
    public CompletionStage<@Nullable Void> say(List<byte[]> lines, boolean alone) {
        int size = lines.stream().mapToInt(line -> line.length).sum();
        var done = new CompletableFuture<@Nullable Void>();
        boolean direct;
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedStage(unreachable(network));
            }
            if (waitingBytes + size > MOST_BYTES) {
                return CompletableFuture.failedStage(full());
            }
            direct = alone && !writing && waitingBytes == 0 && !batch.hasRemaining();
            waitingBytes += size;
            for (int i = 0; i < lines.size(); i++) {
                said.add(new Said(lines.get(i), i == lines.size() - 1 ? done : null));
            }
            direct = direct && collect() && said.isEmpty();
            writing |= direct;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (direct) {
            writeAtOnce();
        }
        return done;
    }

    private BellhopException full() {
        return new BellhopException(
                ErrorKind.CONNECTOR,
                "irc.queue-full",
                "Too much waits to be said on " + network + ". Try again in a minute.",
                null);
    }

    /**
     * Says that a network can't be reached now.
     *
     * @param network its name
     * @return the failure, after which the same is tried again
     */
    public static BellhopException unreachable(String network) {
        return new BellhopException(
                ErrorKind.CONNECTOR, "irc.unreachable", "The IRC network " + network + " can't be reached now.", null);
    }

    private void writeAtOnce() {
        try {
            pipe.tryWrite(batch);
        } catch (IOException _) {
            close(); // the reader finds the same, and says why
        }
        release();
    }

    /** Writes until closed; what can't be written closes the pipe. */
    @Override
    public void run() {
        try {
            while (acquire()) {
                pipe.write(batch);
                release();
            }
        } catch (IOException _) {
            close(); // the reader finds the same, and says why
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            close();
        }
        fail();
    }

    /** Waits for something to write; returns false once closed. */
    private boolean acquire() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && (writing || !(batch.hasRemaining() || collect()))) {
                if (tokenNanos > 0 && !writing) {
                    changed.await(tokenNanos, TimeUnit.NANOSECONDS);
                } else {
                    changed.await();
                }
            }
            writing = true;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a turn of writing; what it has written whole is done. */
    private void release() {
        List<CompletableFuture<@Nullable Void>> done = List.of();
        lock.lock();
        try {
            writing = false;
            if (!batch.hasRemaining()) {
                done = List.copyOf(underway);
                underway.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        done.forEach(each -> each.complete(null));
    }

    /** Moves what may go now into the empty batch; returns whether there is anything. */
    private boolean collect() {
        batch.clear();
        tokenNanos = 0;
        for (var line = urgent.peek(); line != null && fits(line); line = urgent.peek()) {
            put(urgent.remove());
        }
        for (var next = said.peek(); next != null && fits(next.line); next = said.peek()) {
            tokenNanos = bucket.take();
            if (tokenNanos > 0) {
                break;
            }
            put(said.remove().line);
            if (next.last != null) {
                underway.add(next.last);
            }
        }
        batch.flip();
        return batch.hasRemaining();
    }

    private boolean fits(byte[] line) {
        return line.length <= batch.remaining();
    }

    private void put(byte[] line) {
        batch.put(line);
        waitingBytes -= line.length;
    }

    /**
     * Sends what waits and a last line.
     *
     * @param last the line without its end
     * @param patience how long to wait at most
     */
    public void farewell(String last, Duration patience) {
        lock.lock();
        try {
            if (!closed) {
                var line = Encoding.line(last);
                waitingBytes += line.length;
                said.add(new Said(line, null));
                changed.signalAll();
            }
            long left = patience.toNanos();
            while (!closed && left > 0 && (writing || batch.hasRemaining() || waitingBytes > 0)) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the pipe; what waits is not sent, and whoever said it learns that. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            pipe.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }

    /**
     * Returns how much waits to be sent.
     *
     * @return the bytes
     */
    public int waiting() {
        lock.lock();
        try {
            return waitingBytes;
        } finally {
            lock.unlock();
        }
    }

    private void fail() {
        var lost = new ArrayList<CompletableFuture<@Nullable Void>>();
        lock.lock();
        try {
            lost.addAll(underway);
            said.forEach(each -> {
                if (each.last != null) {
                    lost.add(each.last);
                }
            });
            underway.clear();
            said.clear();
            waitingBytes = 0;
        } finally {
            lock.unlock();
        }
        lost.forEach(each -> each.completeExceptionally(unreachable(network)));
    }
}
