package io.bellhop.core.journal;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.core.audit.AuditTrail;
import io.bellhop.core.audit.Deed;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes down in the audit what the bot went down in the middle of: in its space, where admins look for it, if the
 * platform says in time which that is.
 */
final class Interruptions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConnectorRegister connectors;
    private final AuditTrail audit;
    private final Time time;

    @Inject
    Interruptions(ConnectorRegister connectors, AuditTrail audit, Time time) {
        this.connectors = connectors;
        this.audit = audit;
        this.time = time;
    }

    /** Takes one down, now or a little later. */
    void record(Asked asked) {
        var id = asked.message().channel();
        var found = new CompletableFuture<Optional<Channel>>();
        var timer = time.after(PATIENCE, () -> found.complete(Optional.empty()));
        var _ = found.thenAccept(channel -> {
            timer.cancel();
            var space = channel.filter(one -> one.id().equals(id)).flatMap(Channel::space);
            audit.record(Deed.ofIds(
                    asked.ref(), asked.user(), id, space, asked.command(), asked.plugin(), "interrupted", ""));
        });
        find(id, found);
    }

    /** A connector can be a plugin: it may throw, and what it says may be nothing. */
    private void find(ChannelId id, CompletableFuture<Optional<Channel>> found) {
        try {
            var connector = connectors.find(id.connector()).orElseThrow();
            var _ = connector
                    .channel(id.id())
                    .whenComplete((channel, failure) -> found.complete(failure == null ? channel : Optional.empty()));
        } catch (RuntimeException unknown) {
            found.complete(Optional.empty());
        }
    }
}
