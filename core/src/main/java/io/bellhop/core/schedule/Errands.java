package io.bellhop.core.schedule;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.User;
import io.bellhop.core.command.admission.Firing;
import io.bellhop.core.journal.Failures;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires the lines of schedules as those who made them, where they made them. */
final class Errands {
    private static final Logger log = LoggerFactory.getLogger(Errands.class);

    private static final CompletionStage<@Nullable Void> NOTHING = CompletableFuture.completedStage(null);

    private final Connectors connectors;
    private final Firing firing;

    @Inject
    Errands(Connectors connectors, Firing firing) {
        this.connectors = connectors;
        this.firing = firing;
    }

    /** What a platform says of the place of a schedule and its maker. */
    sealed interface Found {
        /** Both are there; the maker as they are there now, with the ranks of their roles. */
        record Spot(Channel channel, User maker) implements Found {}

        /**
         * One of them is not there.
         *
         * @param why the reason
         * @param away whether the platform can't be reached, so that it can't tell
         */
        record Nowhere(String why, boolean away) implements Found {}
    }

    /** Asks the platform for the place of a schedule and its maker; completes, never exceptionally, with its answer. */
    CompletionStage<Found> find(Schedule schedule) {
        var connector = connectors.find(schedule.user().connector());
        if (connector.isEmpty()) {
            return CompletableFuture.completedStage(new Found.Nowhere("its platform is not there", true));
        }
        return CompletableFuture.<@Nullable Void>completedStage(null)
                .thenCompose(begun -> find(connector.get(), schedule)) // a connector can be a plugin: it may throw
                .exceptionally(failure -> {
                    log.debug("the place of schedule {} can't be looked up", schedule.id(), failure);
                    return new Found.Nowhere("its platform could not tell its channel", Failures.isPassing(failure));
                });
    }

    private static CompletionStage<Found> find(Connector connector, Schedule schedule) {
        return connector
                .channel(schedule.cause().channel().id())
                .thenCompose(channel -> channel.isEmpty()
                        ? CompletableFuture.completedStage(
                                new Found.Nowhere("its channel is gone, or hidden from me", false))
                        : maker(connector, schedule, channel.get()).thenApply(user -> found(channel.get(), user)));
    }

    private static CompletionStage<Optional<User>> maker(Connector connector, Schedule schedule, Channel channel) {
        return channel.space().isPresent()
                ? connector.member(schedule.user(), channel.space().get().id())
                : connector.user(schedule.user().id());
    }

    private static Found found(Channel channel, Optional<User> maker) {
        return maker.<Found>map(user -> new Found.Spot(channel, user))
                .orElseGet(() -> new Found.Nowhere("you were not found there", false));
    }

    /** Fires a line some times, perhaps none, one after the other. Returns at once. */
    void run(Schedule schedule, Found.Spot spot, int times) {
        var restraint = firing.called(spot.maker().id(), schedule.line()).flatMap(Restraint::on);
        if (restraint.isPresent()) {
            log.info(
                    "schedule {} was not fired: an alias in it has changed: {}",
                    schedule.id(),
                    restraint.get().getMessage());
            return;
        }
        CompletionStage<@Nullable Void> done = NOTHING;
        for (int i = 0; i < times; i++) {
            done = done.thenCompose(
                    before -> firing.fire(schedule.cause(), spot.channel(), spot.maker(), schedule.line()));
        }
    }
}
