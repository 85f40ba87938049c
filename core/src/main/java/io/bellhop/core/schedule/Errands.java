package io.bellhop.core.schedule;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.User;
import io.bellhop.core.command.Firing;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires the lines of schedules as those who made them, where they made them. */
final class Errands {
    private static final Logger log = LoggerFactory.getLogger(Errands.class);

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

    /** Fires a line some times, one after the other. Returns at once. */
    void run(Schedule schedule, int times) {
        var connector = connectors.find(schedule.user().connector());
        if (connector.isEmpty()) {
            return;
        }
        var channel = connector.get().channel(schedule.cause().channel().id());
        var user = connector.get().user(schedule.user().id());
        channel.thenCombine(user, (where, who) -> fire(schedule, times, where, who))
                .thenCompose(done -> done)
                .exceptionally(failure -> {
                    log.warn("schedule {} could not be fired", schedule.id(), failure);
                    return null;
                });
    }

    private CompletionStage<Void> fire(Schedule schedule, int times, Optional<Channel> channel, Optional<User> user) {
        CompletionStage<Void> done = CompletableFuture.completedStage(null);
        if (channel.isEmpty() || user.isEmpty()) {
            log.info("schedule {} was not fired: its channel or user is gone", schedule.id());
            return done;
        }
        for (int i = 0; i < times; i++) {
            done = done.thenCompose(
                    before -> firing.fire(schedule.cause(), channel.get(), user.get(), schedule.line()));
        }
        return done;
    }
}
