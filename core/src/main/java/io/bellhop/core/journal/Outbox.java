package io.bellhop.core.journal;

import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what stands in the journal, each connector's replies from a thread of its own, until the platform takes them or
 * has not done so for a day.
 */
@Singleton
public final class Outbox {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final ConnectorRegister connectors;
    private final Time time;
    private final Sweep sweep;
    private final ThreadGroup group = Thread.currentThread().getThreadGroup();
    private final ConcurrentHashMap<String, SendingThread> threads = new ConcurrentHashMap<>();
    private final Backlog backlog;
    private int underWay;

    @Inject
    Outbox(ConnectorRegister connectors, Time time, Sweep sweep) {
        this.connectors = connectors;
        this.time = time;
        this.sweep = sweep;
        this.backlog = new Backlog(time, this::retry);
    }

    /**
     * Waits until everything has been sent, but for what the platform does not take now.
     *
     * @param patience how long to wait at most
     * @return true if nothing is under way any more
     * @throws InterruptedException if the caller is interrupted
     */
    public synchronized boolean drain(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (underWay > 0 && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        return underWay == 0;
    }

    /**
     * Tells whether something is being sent.
     *
     * @return false if all has been sent, but for what the platform does not take now
     */
    public synchronized boolean isBusy() {
        return underWay > 0;
    }

    /** Sends nothing more; the rest stays in the journal for the next start. */
    public void close() {
        threads.values().forEach(SendingThread::close);
    }

    /** A reply is about to be written down and sent. */
    synchronized void begin() {
        underWay++;
    }

    /** What {@link #begin} has told of is over, or waits for its platform. */
    synchronized void end() {
        if (--underWay == 0) {
            notifyAll();
        }
    }

    /** Sends a reply that {@link #begin} has told of. */
    CompletionStage<Receipt> send(Delivery delivery) {
        on(delivery.connector(), () -> attempt(delivery));
        return delivery.done();
    }

    /** Does something on the thread of a connector. */
    void on(String connector, Runnable task) {
        threads.computeIfAbsent(connector, name -> new SendingThread(name, group))
                .add(task);
    }

    private void attempt(Delivery delivery) {
        sending(delivery).whenComplete((receipt, failure) -> {
            if (failure != null && Failures.isPassing(failure) && !isGivenUp(delivery)) {
                delivery.failed(failure);
                backlog.add(delivery);
            } else {
                conclude(delivery, receipt, failure);
                backlog.arrived(delivery);
            }
            end();
        });
    }

    private boolean isGivenUp(Delivery delivery) {
        boolean isGivenUp = delivery.isStale(time.clock().instant());
        if (isGivenUp) {
            log.warn(
                    "a reply of invocation {} is given up: {} has not taken it for a day",
                    delivery.ref(),
                    delivery.connector());
        }
        return isGivenUp;
    }

    private void conclude(Delivery delivery, @Nullable Receipt receipt, @Nullable Throwable failure) {
        sweep.done(delivery.id());
        if (failure == null) {
            delivery.done().complete(receipt);
        } else {
            delivery.done().completeExceptionally(failure);
        }
    }

    private void retry(Delivery delivery) {
        begin();
        send(delivery);
    }

    /** A connector can be a plugin: what it throws must not end its thread. */
    private CompletionStage<Receipt> sending(Delivery delivery) {
        try {
            var connector = connectors.find(delivery.connector()).orElseThrow(() -> away(delivery));
            var sent = delivery.sendThrough(connector, time.clock().instant());
            return Objects.requireNonNull(sent, "the connector told nothing of what it sent");
        } catch (Throwable failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static BellhopException away(Delivery delivery) {
        return new BellhopException(
                ErrorKind.CONNECTOR,
                "connector.away",
                "The connector " + delivery.connector() + " is not running.",
                null);
    }
}
