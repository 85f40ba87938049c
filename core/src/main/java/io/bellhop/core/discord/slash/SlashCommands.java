package io.bellhop.core.discord.slash;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.discord.slash.Upload.Outcome;
import io.bellhop.core.event.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Discord's native commands in step with those that there are: registers what differs when the connector is
 * connected, and a few seconds after commands came or went. Safe for use from any thread.
 */
public final class SlashCommands {
    /** How long commands are left alone before a change is uploaded, so that a reload makes none. */
    public static final Duration QUIET = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SlashCommands.class);
    /** Until there is a session: a user who sees the bot expects its commands. */
    private static final Duration SHORT_BREAK = Duration.ofSeconds(30);

    private static final Duration BREAK = Duration.ofMinutes(5);
    private static final Duration LONG_BREAK = Duration.ofHours(1);

    private final CommandSource source;
    private final Time time;
    private final List<String> guilds;
    private List<String> told = List.of();
    private @Nullable Connection connection;

    /**
     * Makes what registers commands, once it is connected.
     *
     * @param source tells the commands
     * @param time its clock and timers
     * @param guilds the ids of the only servers to register in; none for everywhere
     */
    public SlashCommands(CommandSource source, Time time, List<String> guilds) {
        this.source = source;
        this.time = time;
        this.guilds = List.copyOf(guilds);
        source.onChange(this::changed);
    }

    /** While there is a log-in. Guarded by the outer object. */
    private static final class Connection {
        private final Supplier<JDA> session;
        private @Nullable Registration timer;
        private CompletableFuture<Void> upload = CompletableFuture.completedFuture(null);

        Connection(Supplier<JDA> session) {
            this.session = session;
        }

        void cancelTimer() {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
        }
    }

    /**
     * Registers the commands, and goes on to do so.
     *
     * @param session gives a log-in that is ready, or fails while there is none
     */
    public synchronized void connected(Supplier<JDA> session) {
        disconnected();
        connection = new Connection(session);
        upload(connection);
    }

    /** Registers nothing more. What Discord knows stays there. */
    public synchronized void disconnected() {
        if (connection != null) {
            connection.cancelTimer();
            connection = null;
        }
    }

    /**
     * Tells when the upload that is under way has ended.
     *
     * @return completes then, or is complete if there is none; never fails
     */
    public synchronized CompletionStage<Void> settled() {
        return connection == null ? CompletableFuture.completedStage(null) : connection.upload.minimalCompletionStage();
    }

    private synchronized void changed() {
        if (connection != null) {
            uploadAfter(QUIET, connection);
        }
    }

    private synchronized void uploadAfter(Duration delay, Connection to) {
        if (to == connection) {
            to.cancelTimer();
            to.timer = time.after(delay, () -> upload(to));
        }
    }

    private synchronized void upload(Connection to) {
        if (to != connection) {
            return;
        }
        to.cancelTimer();
        var wanted = source.tree();
        tell(wanted.leftOut());
        for (var scope : scopes(to)) {
            // one after the other, or an older upload could have the last word
            to.upload = to.upload
                    .thenCompose(before -> Upload.run(scope, wanted.commands()))
                    .thenAccept(outcome -> ended(outcome, to));
        }
    }

    private List<CommandScope> scopes(Connection to) {
        try {
            return CommandScope.of(guilds, to.session.get());
        } catch (BellhopException e) {
            LOG.debug("Commands were not registered, as there is no session now", e);
            again(SHORT_BREAK, to);
            return List.of();
        }
    }

    private void ended(Outcome outcome, Connection to) {
        switch (outcome) {
            case DONE -> {}
            case BROKEN_OFF -> again(BREAK, to);
            case ENOUGH_FOR_TODAY -> again(LONG_BREAK, to);
        }
    }

    /** Tries again later, unless a change is about to be uploaded anyway. */
    private synchronized void again(Duration delay, Connection to) {
        if (to.timer == null) {
            uploadAfter(delay, to);
        }
    }

    private void tell(List<String> leftOut) {
        if (!leftOut.isEmpty() && !leftOut.equals(told)) {
            LOG.warn(String.join(" ", leftOut));
        }
        told = leftOut;
    }
}
