package io.bellhop.core.approval;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import jakarta.inject.Inject;
import java.util.Optional;

/** What those do who approve. */
public final class ApprovalCommands {
    private final Approvals approvals;

    @Inject
    ApprovalCommands(Approvals approvals) {
        this.approvals = approvals;
    }

    @Command(name = "approve", help = "Approves of what someone asked to run.")
    @Example("approve 7k3f9mzt")
    Text approve(@Arg(help = "the ref under which it is asked") String ref, Invocation by) {
        return approvals.approve(ref, by);
    }

    @Command(name = "deny", help = "Denies what someone asked to run, or takes back what you asked.")
    @Example("deny 7k3f9mzt not on a Friday")
    Text deny(
            @Arg(help = "the ref under which it is asked") String ref,
            @Rest(help = "why, for the asker") String reason,
            Invocation by) {
        return approvals.deny(ref, by, reason);
    }

    @Command(
            name = "approvals",
            help = "Shows what waits for your approval, and what of yours waits.",
            repeatable = true)
    Content approvals(@Arg(help = "a ref, to see all of one") Optional<String> ref, Invocation by) {
        if (ref.isPresent()) {
            return ApprovalLines.whole(approvals.find(ref.get(), by));
        }
        var all = approvals.concerning(by);
        return all.isEmpty() ? Content.of("Nothing waits for approval.") : ApprovalLines.list(all);
    }
}
