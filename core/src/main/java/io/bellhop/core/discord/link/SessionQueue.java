package io.bellhop.core.discord.link;

import io.bellhop.core.discord.link.option.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets new sessions begin no faster than Discord allows: in as many lanes as it takes at once, one every five seconds
 * in each, and later when too few are left for the day or too many were begun lately. Resuming does not come by here.
 */
final class SessionQueue extends SessionControllerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionQueue.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);
    /** A shorter hold is not worth telling. */
    private static final Duration NOTABLE = Duration.ofSeconds(30);

    private final GatewayOffer offer;
    private final Identifies identifies;
    private final Pace pace;
    private final List<SessionLane> lanes;
    private volatile Instant heldUntil = Instant.MIN;

    SessionQueue(GatewayOffer offer, Identifies identifies, Pace pace) {
        this.offer = offer;
        this.identifies = identifies;
        this.pace = pace;
        this.lanes = IntStream.range(0, offer.concurrency())
                .mapToObj(i -> new SessionLane("discord-identify-" + i, pace.identify(), this::begin))
                .toList();
    }

    @Override
    public void appendSession(SessionController.SessionConnectNode node) {
        lane(node).add(node);
    }

    @Override
    public void removeSession(SessionController.SessionConnectNode node) {
        lane(node).remove(node);
    }

    @Override
    public String getGateway() {
        return offer.url();
    }

    @Override
    public SessionController.ShardedGateway getShardedGateway(JDA jda) {
        return new SessionController.ShardedGateway(offer.url(), offer.shards(), offer.concurrency());
    }

    /** Tells until when the next session is held back; a time that is past means that none is. */
    Instant heldUntil() {
        return heldUntil;
    }

    void close() {
        lanes.forEach(SessionLane::close);
    }

    private SessionLane lane(SessionController.SessionConnectNode node) {
        return lanes.get(node.getShardInfo().getShardId() % lanes.size());
    }

    private void begin(SessionController.SessionConnectNode node) throws InterruptedException {
        var shard = node.getShardInfo().getShardId();
        var retry = FIRST_RETRY;
        while (!begin(node, shard)) {
            Thread.sleep(retry);
            retry = retry.multipliedBy(2).compareTo(LAST_RETRY) > 0 ? LAST_RETRY : retry.multipliedBy(2);
        }
    }

    /** Returns false if the gateway was not reached, and another try is due. */
    private boolean begin(SessionController.SessionConnectNode node, int shard) throws InterruptedException {
        hold(shard);
        identifies.note(shard, pace.clock().instant());
        try {
            node.run(false);
            return true;
        } catch (RejectedExecutionException e) {
            identifies.takeBack();
            return true; // it was shut down meanwhile
        } catch (RuntimeException e) {
            // JDA wraps a failed handshake in several kinds
            identifies.takeBack();
            LOG.warn("Shard {} did not reach Discord's gateway, and tries again: {}", shard, e.getMessage());
            return false;
        }
    }

    private void hold(int shard) throws InterruptedException {
        var wait = identifies.hold(shard, pace.clock().instant());
        if (wait.compareTo(NOTABLE) > 0) {
            LOG.warn(
                    "Shard {} waits {} s before it begins a session: {} are left for today, and it began some lately",
                    shard,
                    wait.toSeconds(),
                    identifies.left(pace.clock().instant()));
        }
        if (wait.isPositive()) {
            heldUntil = pace.clock().instant().plus(wait);
            Thread.sleep(wait);
        }
    }
}
