package io.bellhop.core.approval;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.access.Owners;
import io.bellhop.core.chat.ConnectorRegister;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks people up as they are now, where something was asked. Waits for the platform. */
final class Members {
    private static final int LOOK_UP_SECONDS = 5;

    private final ConnectorRegister connectors;
    private final Access access;
    private final Set<UserId> owners;

    @Inject
    Members(ConnectorRegister connectors, Access access, @Owners Set<UserId> owners) {
        this.connectors = connectors;
        this.access = access;
        this.owners = owners;
    }

    /** Someone of whom the platform tells nothing: what they are by roles does not count. */
    private record Bare(UserId id, String name, boolean bot) implements User {}

    /**
     * Looks someone up.
     *
     * @throws BellhopException if the platform can't tell now
     */
    User find(UserId user, String name, Place place) {
        return lookUp(user, place).orElseGet(() -> new Bare(user, name, false));
    }

    /**
     * Tells whether someone has a rank. The platform is asked only if what the bot itself knows of them is too little.
     *
     * @throws BellhopException if the platform can't tell now
     */
    boolean have(int rank, UserId user, Place place) {
        return access.rank(new Bare(user, user.id(), false), place) >= rank
                || access.rank(find(user, user.id(), place), place) >= rank;
    }

    /** Tells whether enough people could have the rank. Who has roles can't be counted, so only what is certain. */
    boolean couldApprove(Petition petition) {
        boolean ownersOnly =
                petition.need().rank() >= Rank.OWNER || petition.place().spaceId() == null || !access.informed();
        long able =
                owners.stream().filter(owner -> !owner.equals(petition.asker())).count();
        return !ownersOnly || able >= petition.need().count();
    }

    private Optional<User> lookUp(UserId user, Place place) {
        var connector = connectors.find(user.connector()).orElseThrow(() -> later(null));
        var space = place.spaceId();
        var asked = space == null || !space.connector().equals(user.connector())
                ? connector.user(user.id())
                : connector.member(user, space);
        try {
            return asked.toCompletableFuture()
                    .get(LOOK_UP_SECONDS, TimeUnit.SECONDS)
                    .filter(found -> found.id().equals(user));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw later(e);
        } catch (ExecutionException | TimeoutException e) {
            throw later(e);
        }
    }

    /** What they may is known to the platform alone, so nothing is decided without it. */
    private static BellhopException later(@Nullable Exception cause) {
        return new BellhopException(
                ErrorKind.CONNECTOR,
                "approval.later",
                "The platform can't tell now who is who, so nothing was decided. Try again in a minute.",
                cause);
    }
}
