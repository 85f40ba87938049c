package io.bellhop.core.event.broker;

import io.bellhop.api.event.ChatEvent;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.Order;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.pool.Cut;
import io.bellhop.core.event.pool.Lanes;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolTask;
import io.bellhop.core.event.pool.Run;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One subscriber of a plugin. */
final class Subscription<E extends Event> {
    private final PluginPool pool;
    private final Class<E> type;
    private final Order order;
    private final Consumer<? super E> subscriber;
    private final Faults faults;
    private final Lanes lanes = new Lanes();

    Subscription(PluginPool pool, Class<E> type, Order order, Consumer<? super E> subscriber, Faults faults) {
        this.pool = pool;
        this.type = type;
        this.order = order;
        this.subscriber = subscriber;
        this.faults = faults;
    }

    boolean wants(Event event) {
        return type.isInstance(event);
    }

    /** Hands the event to the pool; completes when it is handled, or at once if the pool is full. */
    CompletableFuture<Void> deliver(Event event) {
        if (!pool.reserve()) {
            return CompletableFuture.completedFuture(null);
        }
        var handled = new CompletableFuture<Void>();
        if (order == Order.PER_CHANNEL && event instanceof ChatEvent chat) {
            var lane = chat.channel().id();
            lanes.enter(lane, () -> pool.run(new Delivery(event, handled, () -> lanes.end(lane))));
        } else {
            pool.run(new Delivery(event, handled, () -> {}));
        }
        return handled;
    }

    /** One event on its way to the subscriber. */
    private final class Delivery implements PoolTask {
        private final Event event;
        private final CompletableFuture<Void> handled;
        private final Runnable next;

        Delivery(Event event, CompletableFuture<Void> handled, Runnable next) {
            this.event = event;
            this.handled = handled;
            this.next = next;
        }

        @Override
        public void run(Run run) {
            try {
                subscriber.accept(type.cast(event));
            } catch (Throwable failure) {
                faults.report(pool.owner(), where(), failure);
            } finally {
                end(run::returns);
            }
        }

        @Override
        public Duration deadline() {
            return USUAL_DEADLINE;
        }

        @Override
        public void cut(Cut why) {
            if (why == Cut.DEADLINE) {
                faults.report(pool.owner(), where(), new TimeoutException("took too long"));
            }
            end(() -> {});
        }

        private String where() {
            return "subscriber of " + type.getSimpleName();
        }

        private void end(Runnable beforeNext) {
            if (handled.complete(null)) {
                beforeNext.run();
                next.run();
            }
        }
    }
}
