package io.bellhop.plugins.irc.wire;

import io.bellhop.api.error.BellhopException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends what there is to say on one connection. A thread writes it, many lines at a time; a single line that nothing
 * waits beside is written by whoever says it, which saves waking a thread. Safe for use from any thread, and only
 * {@link #run} waits for the other side.
 */
public final class Outgoing implements Runnable {
    private final String network;
    private final Pipe pipe;
    private final Backlog backlog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean writing;
    private boolean leaving;
    private boolean closed;

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
        this.backlog = new Backlog(burst, interval, nanos);
    }

    /**
     * Sends a line of the protocol before all that is said, and whatever the flood limit is: for what can't wait.
     *
     * @param line the line without its end
     */
    public void command(String line) {
        add(() -> backlog.addUrgent(Encoding.line(line)));
    }

    /**
     * Sends a line of the protocol after all that is said, within the flood limit. What waits already is asked once.
     *
     * @param line the line without its end
     */
    public void ask(String line) {
        add(() -> backlog.ask(line));
    }

    /**
     * Sends a line of the protocol after all that waits to be said now, and before what is said later.
     *
     * @param line the line without its end
     */
    public void askInTurn(String line) {
        var _ = say(new Saying("", List.of(Encoding.line(line)), false, () -> true), false);
    }

    private void add(Runnable adding) {
        lock.lock();
        try {
            if (!closed && !backlog.isFull(0)) {
                adding.run();
                signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says something.
     *
     * @param saying what
     * @param alone whether nothing else is likely to be said in this moment
     * @return completes when it is on its way, or confirmed if that is wanted
     */
    public CompletionStage<@Nullable Void> say(Saying saying, boolean alone) {
        var done = new CompletableFuture<@Nullable Void>();
        boolean direct;
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedStage(Failure.away(network));
            }
            if (backlog.isFull(saying.size())) {
                return CompletableFuture.failedStage(Failure.full(network));
            }
            direct = alone && !writing && backlog.isEmpty();
            backlog.add(saying, done);
            direct = direct && backlog.collect() && backlog.isAllCollected();
            writing |= direct;
            signal();
        } finally {
            lock.unlock();
        }
        if (direct) {
            writeAtOnce();
        }
        return done;
    }

    /** Wakes whoever waits, unless that would be in vain: to wake a thread is dear. */
    private void signal() {
        if (leaving || (!writing && backlog.isWaiting())) {
            changed.signalAll();
        }
    }

    private void writeAtOnce() {
        try {
            pipe.tryWrite(backlog.batch());
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
                pipe.write(backlog.batch());
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
            while (!closed && (writing || !backlog.collect())) {
                if (backlog.tokenNanos() > 0 && !writing) {
                    changed.await(backlog.tokenNanos(), TimeUnit.NANOSECONDS);
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

    /** Ends a turn of writing; what it has written whole is done, what it has left out has failed. */
    private void release() {
        List<CompletableFuture<@Nullable Void>> done;
        List<CompletableFuture<@Nullable Void>> leftOut;
        lock.lock();
        try {
            writing = false;
            done = backlog.written();
            leftOut = backlog.leftOut();
            signal();
        } finally {
            lock.unlock();
        }
        done.forEach(each -> each.complete(null));
        leftOut.forEach(each -> each.completeExceptionally(Failure.renamed(network)));
    }

    /**
     * Takes an answer to one of our PINGs, by which the server may confirm what was written.
     *
     * @param word what the answer says
     * @throws IOException if the connection is broken or closed
     */
    public void answered(String word) throws IOException {
        List<CompletableFuture<@Nullable Void>> done;
        lock.lock();
        try {
            done = backlog.confirmed(word);
            signal();
        } finally {
            lock.unlock();
        }
        done.forEach(each -> each.complete(null));
        if (!done.isEmpty()) {
            pipe.acknowledge(); // nothing of ours need follow
        }
    }

    /**
     * Takes the server's word that it does not pass on what it took last for some targets.
     *
     * @param targets the channels or nicks
     * @param why what whoever waits for a confirmation is told instead
     * @return whether anybody waits for one
     */
    public boolean refused(Predicate<String> targets, BellhopException why) {
        List<CompletableFuture<@Nullable Void>> lost;
        lock.lock();
        try {
            lost = backlog.writtenTo(targets);
        } finally {
            lock.unlock();
        }
        lost.forEach(each -> each.completeExceptionally(why));
        return !lost.isEmpty();
    }

    /**
     * Sends what is said and still waits, and then a last line, whatever the flood limit is.
     *
     * @param last the line without its end
     * @param patience how long to wait at most for each of both
     */
    public void farewell(String last, Duration patience) {
        lock.lock();
        try {
            leaving = true;
            backlog.dropAsked();
            awaitWritten(patience);
            command(last);
            awaitWritten(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWritten(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        while (!closed && left > 0 && (writing || !backlog.isEmpty() || backlog.isUnconfirmed())) {
            left = changed.awaitNanos(left);
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
            return backlog.bytes();
        } finally {
            lock.unlock();
        }
    }

    private void fail() {
        List<CompletableFuture<@Nullable Void>> unwritten;
        List<CompletableFuture<@Nullable Void>> lost;
        lock.lock();
        try {
            unwritten = backlog.dropUnwritten();
            lost = backlog.drop();
        } finally {
            lock.unlock();
        }
        unwritten.forEach(each -> each.completeExceptionally(Failure.away(network)));
        lost.forEach(each -> each.completeExceptionally(Failure.lost(network)));
    }
}
