package io.bellhop.core.event.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.api.event.Order;
import io.bellhop.core.event.pool.DeadlineWatch;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.event.pool.Pools;
import io.bellhop.core.schedule.Alarms;
import io.bellhop.core.schedule.JobStore;
import io.bellhop.core.schedule.Jobs;
import io.bellhop.core.schedule.PluginScheduler;
import io.bellhop.core.telemetry.meter.Meters;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBrokerTest {
    private final VirtualTime time = new VirtualTime();
    private final FakeConnector connector = new FakeConnector();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> admitted = new CompletableFuture<>();
    private final EventBroker broker = new EventBroker(
            event -> admitted, (plugin, where, failure) -> faults.add(plugin + ": " + where), new Meters());
    private final PluginPool pool = new Pools(PoolOptions.DEFAULT, new DeadlineWatch(time))
            .open("trial", EventBrokerTest.class.getClassLoader());

    @AfterEach
    void close() throws InterruptedException {
        assertThat(pool.close(Duration.ofSeconds(60))).isEmpty();
    }

    record Door(String name) implements Event {}

    @Test
    void neverRunsASubscriberOnThePublishersThread() throws Exception {
        var ran = new CompletableFuture<Thread>();
        broker.subscribe(pool, Door.class, Order.NONE, door -> ran.complete(Thread.currentThread()));
        await(broker.publish(new Door("front")));
        assertThat(ran.get(60, TimeUnit.SECONDS)).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void completesWhenSubscribersAndAdmissionAreDone() throws Exception {
        var gate = new CountDownLatch(1);
        broker.subscribe(pool, MessageReceived.class, Order.NONE, message -> hold(gate));
        var published = broker.publish(message("lobby", "hello")).toCompletableFuture();
        gate.countDown();
        assertThat(published).isNotDone();
        admitted.complete(null);
        await(published);
    }

    @Test
    void keepsTheOrderWithinAChannel() throws Exception {
        admitted.complete(null);
        var heard = Collections.synchronizedList(new ArrayList<String>());
        broker.subscribe(
                pool,
                MessageReceived.class,
                Order.PER_CHANNEL,
                event -> heard.add(event.message().text()));
        var all = new ArrayList<CompletionStage<Void>>();
        for (int i = 0; i < 200; i++) {
            all.add(broker.publish(message("lobby", Integer.toString(i))));
        }
        for (var one : all) {
            await(one);
        }
        assertThat(heard)
                .hasSize(200)
                .isSortedAccordingTo((a, b) -> Integer.valueOf(a).compareTo(Integer.valueOf(b)));
    }

    @Test
    void letsOtherChannelsPassABlockedOne() throws Exception {
        admitted.complete(null);
        var gate = new CountDownLatch(1);
        broker.subscribe(pool, MessageReceived.class, Order.PER_CHANNEL, event -> {
            if (event.channel().id().equals(new ChannelId("test", "lobby"))) {
                hold(gate);
            }
        });
        var blocked = broker.publish(message("lobby", "1")).toCompletableFuture();
        await(broker.publish(message("kitchen", "2")));
        assertThat(blocked).isNotDone();
        gate.countDown();
        await(blocked);
    }

    @Test
    void reportsWhatASubscriberThrowsAndGoesOn() throws Exception {
        broker.subscribe(pool, Door.class, Order.NONE, door -> {
            throw new IllegalStateException("jammed");
        });
        await(broker.publish(new Door("front")));
        await(broker.publish(new Door("back")));
        assertThat(faults).containsExactly("trial: subscriber of Door", "trial: subscriber of Door");
    }

    @Test
    void forgetsASubscriberThatCancels() throws Exception {
        var heard = new ArrayList<Door>();
        var subscription = broker.subscribe(pool, Door.class, Order.NONE, heard::add);
        subscription.cancel();
        await(broker.publish(new Door("front")));
        assertThat(heard).isEmpty();
    }

    @Test
    void firesTimersByVirtualTimeAndNeverBesideThemselves() throws Exception {
        var scheduler = new PluginScheduler(
                time,
                pool,
                (plugin, where, failure) -> faults.add(where),
                new Jobs(new Alarms(time), time, JobStore.NONE));
        var fired = new Semaphore(0);
        scheduler.after(Duration.ofSeconds(5), fired::release);
        var every = scheduler.every(Duration.ofSeconds(1), fired::release);
        time.advance(Duration.ofMillis(1500));
        assertThat(fired.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        every.cancel();
        time.advance(Duration.ofSeconds(10));
        assertThat(fired.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        assertThat(fired.availablePermits()).isZero();
        scheduler.cancelAll();
        assertThat(scheduler.count()).isZero();
    }

    private MessageReceived message(String channel, String text) {
        return new MessageReceived(connector.message(
                FakeConnector.named("ann"),
                channel,
                text,
                List.of(),
                time.clock().instant()));
    }

    private static void hold(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CompletionStage<Void> stage) throws Exception {
        stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
