package io.bellhop.core.command.admission;

import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.User;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.approval.ApprovedRuns;
import io.bellhop.core.approval.Petition;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.command.guard.ApprovalGate;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.command.register.CommandEntry;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.reply.Request;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Lets what was approved in again, as what was asked and with the rights that its asker has now. */
final class ApprovedRequests implements ApprovedRuns {
    private final CommandRegister register;
    private final AccessPolicy access;
    private final ApprovalGate gate;
    private final ConnectorRegister connectors;
    private final Doorkeeper doorkeeper;

    @Inject
    ApprovedRequests(
            CommandRegister register,
            AccessPolicy access,
            ApprovalGate gate,
            ConnectorRegister connectors,
            Doorkeeper doorkeeper) {
        this.register = register;
        this.access = access;
        this.gate = gate;
        this.connectors = connectors;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public Need need(Petition petition) {
        var entry = entry(petition);
        return entry == null ? Need.NONE : gate.need(entry.declaration(), petition.place(), Rank.EVERYONE);
    }

    @Override
    public Optional<String> obstacle(Petition petition, User asker) {
        var entry = entry(petition);
        int rank = access.rank(asker, petition.place());
        if (!petition.isIntact()) {
            return Optional.of("What was kept of it is not what was asked.");
        }
        if (entry == null) {
            return Optional.of("The command " + petition.command() + " is not there any more.");
        }
        if (connectors.find(petition.place().id().connector()).isEmpty()) {
            return Optional.of("Its platform is not connected.");
        }
        return access.allows(rank, entry.declaration(), petition.place())
                ? Optional.empty()
                : Optional.of("Who asked may not run it any more.");
    }

    @Override
    public void run(Petition petition, User asker) {
        var connector = connectors.find(petition.place().id().connector());
        long now = System.nanoTime();
        doorkeeper.admit(new Request(
                petition.message(asker),
                connector.orElseThrow(),
                MessageParts.of(petition.line()),
                access.rank(asker, petition.place()),
                now,
                now,
                new CompletableFuture<>(),
                null,
                petition,
                null));
    }

    /** The command that the line calls now, if that is still the same. */
    private @Nullable CommandEntry entry(Petition petition) {
        var entry =
                register.index().match(MessageParts.of(petition.line()).line()).entry();
        boolean same = entry != null
                && entry.declaration().name().equals(petition.command())
                && entry.declaration().plugin().id().equals(petition.plugin());
        return same ? entry : null;
    }
}
