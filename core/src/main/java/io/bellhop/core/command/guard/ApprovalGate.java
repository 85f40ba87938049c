package io.bellhop.core.command.guard;

import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.approval.Approvals;
import io.bellhop.core.approval.Petition;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.reply.Request;
import io.bellhop.core.command.settings.CommandSettings;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Stops what needs approvals and has none, when its arguments are known to be well. */
public final class ApprovalGate {
    /** If these waited for approval, nothing could ever be approved, nor a need for approvals be undone. */
    private static final Set<String> FREE = Set.of("approve", "deny", "approvals", "cancel");

    private final Approvals approvals;
    private final AccessPolicy access;
    private final CommandSettings settings;
    private final InvocationAudit audit;
    private final Time time;

    @Inject
    ApprovalGate(Approvals approvals, AccessPolicy access, CommandSettings settings, InvocationAudit audit, Time time) {
        this.approvals = approvals;
        this.access = access;
        this.settings = settings;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Stops a command that needs approvals and has none.
     *
     * @param ref names its invocation
     * @param request who asked, and where
     * @param command what is about to run
     * @return what is answered instead of running; null if it may run
     */
    public @Nullable CompletionStage<Content> stop(String ref, Request request, CommandDeclaration command) {
        if (request.approved() != null) {
            return null;
        }
        var need = need(command, request.message().channel(), request.rank());
        return need.count() == 0
                ? null
                : approvals.ask(
                        petition(ref, request, command, need),
                        settings.prefix(request.message().channel()));
    }

    /**
     * Returns what a command needs: what it declares, and what is required of it here.
     *
     * @param command the command
     * @param channel where
     * @param rank the asker's
     * @return the approvals, {@link Need#NONE} if none
     */
    public Need need(CommandDeclaration command, Channel channel, int rank) {
        if (FREE.contains(command.name())) {
            return Need.NONE;
        }
        boolean undoes = rank >= Rank.OWNER && command.name().startsWith("access ");
        return undoes ? command.approvals() : access.approvals(command, channel);
    }

    /**
     * Drops what a message asked for, if that still waits for approval.
     *
     * @param message the message
     */
    public void withdraw(MessageId message) {
        approvals.withdraw(message);
    }

    private Petition petition(String ref, Request request, CommandDeclaration command, Need need) {
        if (audit.hides(command, request)) {
            throw BellhopException.user(
                    "approval.secret", "This can't wait for approval, because its secret would be kept and shown.");
        }
        try {
            return Petition.of(
                    ref,
                    request.message(),
                    command.name(),
                    command.plugin().id(),
                    request.parts().text(),
                    need,
                    time.clock().instant());
        } catch (IOException e) {
            throw BellhopException.limit(
                    "approval.files", "Its files can't be kept until it is approved: " + e.getMessage() + ".");
        }
    }
}
