package io.bellhop.plugins.access;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is meant. A rank goes to (connector, id), so whoever only looks like someone else is never taken for
 * them.
 */
final class People {
    private static final int PATIENCE_SECONDS = 5;
    private static final String REMEDY = " Use a mention, or connector:id as the command whoami shows it to them.";

    private final Connectors connectors;

    @Inject
    People(Connectors connectors) {
        this.connectors = connectors;
    }

    /** Finds a user, with what they are in the space of a channel. */
    User find(String reference, Channel channel) {
        var written = reference.strip();
        int colon = written.indexOf(':');
        var named = colon < 0 ? Optional.<Connector>empty() : connectors.find(written.substring(0, colon));
        if (written.isEmpty()) {
            throw BellhopException.user("access.unknown-user", "Say who is meant." + REMEDY);
        }
        if (colon > 0 && named.isEmpty()) {
            throw BellhopException.user(
                    "access.unknown-user",
                    "The bot is not on " + written.substring(0, colon) + ", but on: "
                            + String.join(
                                    ", ",
                                    connectors.all().stream()
                                            .map(Connector::id)
                                            .sorted()
                                            .toList())
                            + ".");
        }
        var found = named.isPresent() ? byId(named.get(), written.substring(colon + 1)) : byName(written, channel);
        return in(found, channel);
    }

    /** Looks a user up as they are in the space of a channel. */
    User in(User user, Channel channel) {
        return channel.space()
                .filter(space -> space.id().connector().equals(user.id().connector()))
                .flatMap(space -> await(connector(channel).member(user.id(), space.id())))
                .orElse(user);
    }

    List<Role> roles(Channel channel) {
        return channel.space()
                .map(Space::id)
                .map(space -> await(connector(channel).roles(space)))
                .orElse(List.of());
    }

    private User byId(Connector connector, String id) {
        var wanted = new UserId(connector.id(), id);
        return await(connector.user(id))
                .filter(user -> user.id().equals(wanted))
                .orElseThrow(() -> BellhopException.user("access.unknown-user", "There is no user " + wanted + "."));
    }

    private User byName(String name, Channel channel) {
        name.codePoints().filter(c -> c < ' ' || c > '~').findFirst().ifPresent(odd -> {
            throw BellhopException.user(
                    "access.look-alike",
                    "The name has a letter that can be taken for another (" + Character.getName(odd)
                            + "), so it may be somebody else's." + REMEDY);
        });
        return await(connector(channel).user(name, channel))
                .orElseThrow(() -> BellhopException.user(
                        "access.unknown-user", "There is no user " + name + " here, or more than one." + REMEDY));
    }

    private Connector connector(Channel channel) {
        return connectors.find(channel.id().connector()).orElseThrow(() -> unreachable(null));
    }

    private static <T> T await(CompletionStage<T> lookUp) {
        try {
            return lookUp.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        } catch (ExecutionException | TimeoutException e) {
            throw unreachable(e);
        }
    }

    private static BellhopException unreachable(@Nullable Exception cause) {
        return new BellhopException(
                ErrorKind.CONNECTOR,
                "access.look-up",
                "The chat platform couldn't be asked who that is. Try again in a moment.",
                cause);
    }
}
