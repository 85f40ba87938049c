package io.bellhop.core.discord.link;

import io.bellhop.core.discord.link.option.Pace;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.internal.JDAImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds shards that are connected and yet hear nothing. A heartbeat's answer proves little: it comes from Discord's
 * edge, while the session behind it may be gone. So a shard that has heard nothing for a while asks for something that
 * must come as an event, the bot's own membership in a server. If that does not come either, the connection is ended
 * and the session resumed; if it is deaf again soon, the session is given up for a new one. Used by one thread at a
 * time.
 *
 * <p>A shard without servers is not asked: whatever Discord answers by an event is about a server. It has little to
 * hear, direct messages at most, so that nobody would notice by its silence either.
 */
final class Probe {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
    private static final int GIVEN_UP = 1000;
    /** JDA takes this reason of its own for a session that it must not resume. */
    private static final String INVALIDATE = "INVALIDATE_SESSION";

    private static final int SOON = 10;

    private final Pace pace;
    private final Map<Integer, Seen> seen = new HashMap<>();

    /** What was found at the last look. A shard that has missed an answer is suspect for some looks. */
    private record Seen(JDA.Status status, long events, long since, boolean asked, int suspect) {
        static Seen now(JDA.Status status, long events, int suspect) {
            return new Seen(status, events, System.nanoTime(), false, suspect);
        }

        Seen asking() {
            return new Seen(status, events, System.nanoTime(), true, suspect);
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since > age.toNanos();
        }
    }

    Probe(Pace pace) {
        this.pace = pace;
    }

    void look(Stream<JDA> shards) {
        shards.forEach(shard ->
                seen.compute(shard.getShardInfo().getShardId(), (number, before) -> look((JDAImpl) shard, before)));
    }

    private Seen look(JDAImpl shard, Seen before) {
        var status = shard.getStatus();
        var events = shard.getResponseTotal();
        if (before == null) {
            return Seen.now(status, events, 0);
        }
        var suspect = Math.max(0, before.suspect() - 1);
        if (status != before.status() || events != before.events()) {
            return Seen.now(status, events, suspect);
        }
        return switch (status) {
            case CONNECTED -> listen(shard, before);
            case IDENTIFYING_SESSION, AWAITING_LOGIN_CONFIRMATION -> waitForWelcome(shard, before);
            default -> before;
        };
    }

    private Seen listen(JDAImpl shard, Seen before) {
        if (!before.asked()) {
            return ask(shard) ? before.asking() : before;
        }
        if (!before.isOlderThan(pace.patience())) {
            return before;
        }
        var again = before.suspect() > 0;
        LOG.warn(
                "Shard {} is connected but deaf, and {}",
                number(shard),
                again ? "begins a new session" : "resumes its session");
        end(shard, again);
        return Seen.now(before.status(), before.events(), SOON);
    }

    /** Returns false where there is nothing to ask for. */
    private static boolean ask(JDAImpl shard) {
        var guild = shard.getGuildCache().stream().findAny();
        if (guild.isEmpty()) {
            return false;
        }
        var _ = guild.get().retrieveMembersByIds(shard.getSelfUser().getIdLong());
        return true;
    }

    private Seen waitForWelcome(JDAImpl shard, Seen before) {
        if (!before.isOlderThan(pace.login())) {
            return before;
        }
        LOG.warn("Shard {} asked for a session and got no answer, and asks again", number(shard));
        end(shard, true);
        return Seen.now(before.status(), before.events(), SOON);
    }

    private static int number(JDAImpl shard) {
        return shard.getShardInfo().getShardId();
    }

    /** Ends a connection as a broken network would: JDA's own way interrupts the thread that is to connect again. */
    private static void end(JDAImpl shard, boolean givenUp) {
        var socket = shard.getClient().socket;
        if (givenUp) {
            socket.disconnect(GIVEN_UP, INVALIDATE);
        } else {
            // over TLS a peer that reads nothing can hold a close up
            Thread.ofVirtual().name("discord-end").start(() -> close(socket.getSocket()));
        }
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.warn("A deaf connection could not be closed; it is tried again", e);
        }
    }
}
