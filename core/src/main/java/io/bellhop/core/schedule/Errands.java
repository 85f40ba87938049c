package io.bellhop.core.schedule;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.User;
import io.bellhop.core.command.admission.Firing;
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

    /** Tells whether the platform is there. */
    boolean canRun(Schedule schedule) {
        return connectors.find(schedule.user().connector()).isPresent();
    }

    /** Fires a line some times, perhaps none, one after the other. Returns at once. */
    void run(Schedule schedule, int times) {
        connectors
                .find(schedule.user().connector())
                .filter(connector -> times > 0)
                .ifPresent(connector -> run(connector, schedule, times).exceptionally(failure -> {
                    log.warn("schedule {} could not be fired", schedule.id(), failure);
                    return null;
                }));
    }

    private CompletionStage<@Nullable Void> run(Connector connector, Schedule schedule, int times) {
        return connector.channel(schedule.cause().channel().id()).thenCompose(channel -> {
            if (channel.isEmpty()) {
                return unfired(schedule, "its channel is gone");
            }
            return maker(connector, schedule, channel.get())
                    .thenCompose(user -> user.isEmpty()
                            ? unfired(schedule, "its maker is gone")
                            : fire(schedule, times, channel.get(), user.get()));
        });
    }

    /** Looks its maker up as they are there now, so that they have the ranks of their roles. */
    private static CompletionStage<Optional<User>> maker(Connector connector, Schedule schedule, Channel channel) {
        return channel.space().isPresent()
                ? connector.member(schedule.user(), channel.space().get().id())
                : connector.user(schedule.user().id());
    }

    private static CompletionStage<@Nullable Void> unfired(Schedule schedule, String why) {
        log.info("schedule {} was not fired: {}", schedule.id(), why);
        return NOTHING;
    }

    private CompletionStage<@Nullable Void> fire(Schedule schedule, int times, Channel channel, User user) {
        var restraint = firing.called(user.id(), schedule.line()).flatMap(Restraint::on);
        if (restraint.isPresent()) {
            return unfired(
                    schedule, "an alias in it has changed: " + restraint.get().getMessage());
        }
        CompletionStage<@Nullable Void> done = NOTHING;
        for (int i = 0; i < times; i++) {
            done = done.thenCompose(before -> firing.fire(schedule.cause(), channel, user, schedule.line()));
        }
        return done;
    }
}
