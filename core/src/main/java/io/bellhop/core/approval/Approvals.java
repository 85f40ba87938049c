package io.bellhop.core.approval;

import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.approval.Waiting.Pending;
import io.bellhop.core.config.Durations;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What waits for approvals, from the asking to the run, the denial or the end. Safe for use from any thread. */
@Singleton
public final class Approvals {
    private final Waiting waiting;
    private final ApprovalTable store;
    private final Members members;
    private final Herald herald;
    private final Provider<ApprovedRuns> runs;
    private final Time time;

    @Inject
    Approvals(
            Waiting waiting,
            ApprovalTable store,
            Members members,
            Herald herald,
            Provider<ApprovedRuns> runs,
            Time time) {
        this.waiting = waiting;
        this.store = store;
        this.members = members;
        this.herald = herald;
        this.runs = runs;
        this.time = time;
    }

    /** Brings back what waited when the bot ended. Waits for the disk. */
    public void restore() {
        store.all().forEach((petition, approvers) -> {
            waiting.add(petition, approvers);
            expireInTime(petition);
        });
    }

    /**
     * Lets something wait for approvals.
     *
     * @param petition what
     * @param prefix what stands in front of commands there
     * @return what is answered, once the petition is safely kept
     * @throws BellhopException if too much waits already, or nobody could approve of it
     */
    public CompletionStage<Content> ask(Petition petition, String prefix) {
        if (!members.couldApprove(petition)) {
            throw BellhopException.user(
                    "approval.nobody",
                    "This needs " + petition.need().words() + ", and here is nobody else who could give "
                            + (petition.need().count() == 1 ? "it." : "them."));
        }
        if (!waiting.hasRoom(petition.asker())) {
            throw BellhopException.limit(
                    "approval.too-many", "Too much of yours waits for approvals already. Wait, or deny some of it.");
        }
        waiting.add(petition, List.of());
        return store.add(petition).handle((kept, failure) -> {
            if (failure != null) {
                waiting.take(petition.ref());
                throw new IllegalStateException("the petition can't be kept", failure);
            }
            expireInTime(petition);
            herald.record(petition, "asked", petition.line());
            return ApprovalLines.question(petition, prefix);
        });
    }

    /** Approves of something, and runs it if that is enough. May wait for the platform. */
    Text approve(String ref, Invocation by) {
        var pending = find(ref);
        var petition = pending.petition();
        if (petition.left(time.clock().instant()).isZero()) {
            expire(ref); // its timer may not have noticed that yet
            throw unknown(ref);
        }
        var need = petition.need().and(runs.get().need(petition));
        check(petition, need, by);
        boolean isNew = add(pending, by);
        long given = pending.approvers().stream()
                .filter(approver ->
                        approver.equals(by.user().id()) || members.have(need.rank(), approver, petition.place()))
                .count();
        if (given >= need.count()) {
            return run(pending);
        }
        if (!isNew) {
            throw BellhopException.user("approval.twice", "You have approved of this already.");
        }
        return Text.of("Approved: " + given + " of " + need.count() + ".");
    }

    /** Keeps an approval; returns false if it is kept already. */
    private boolean add(Pending pending, Invocation by) {
        var approver = by.user().id();
        if (!pending.approvers().add(approver)) {
            return false;
        }
        try {
            store.approve(pending.petition().ref(), approver)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (pending.granted().get()) {
                return true; // it is not kept, because it runs already
            }
            pending.approvers().remove(approver);
            throw e;
        }
        herald.record(pending.petition(), by.user(), by.channel(), "approved", "");
        return true;
    }

    private Text run(Pending pending) {
        var petition = pending.petition();
        var asker = members.find(petition.asker(), petition.name(), petition.place());
        if (waiting.grant(petition.ref()).isEmpty()) {
            if (pending.granted().get()) {
                return Text.of("Approved, as another did just before.");
            }
            throw unknown(petition.ref());
        }
        store.remove(petition.ref()).toCompletableFuture().join(); // first, so that it never runs twice
        var obstacle = runs.get().obstacle(petition, asker);
        if (obstacle.isPresent()) {
            herald.record(petition, "void", obstacle.get());
            herald.tell(petition, ApprovalLines.end(petition, "was approved, but can't run. " + obstacle.get()));
            return Text.of("Approved, but it can't run. " + obstacle.get());
        }
        herald.record(petition, "fired", "");
        runs.get().run(petition, asker);
        return Text.of("Approved. It runs now.");
    }

    /** Denies something, or takes back what one asked for oneself. */
    Text deny(String ref, Invocation by, String reason) {
        var petition = find(ref).petition();
        boolean own = petition.asker().equals(by.user().id());
        if (!own) {
            check(petition, petition.need(), by);
        }
        if (waiting.take(ref).isEmpty()) {
            throw unknown(ref);
        }
        store.remove(ref).toCompletableFuture().join();
        herald.record(petition, by.user(), by.channel(), own ? "withdrawn" : "denied", reason);
        if (!own) {
            var why = reason.isBlank() ? "." : ": " + reason;
            herald.tell(
                    petition,
                    ApprovalLines.end(petition, "was denied by " + by.user().name() + why));
        }
        return Text.of(own ? "Withdrawn." : "Denied.");
    }

    /** Lists what waits that someone may approve of here, or asked for. */
    List<Pending> concerning(Invocation by) {
        return waiting.all().stream()
                .filter(one -> one.petition().asker().equals(by.user().id()) || may(one.petition(), by))
                .toList();
    }

    /** Finds something that waits, for someone whom it concerns. */
    Pending find(String ref, Invocation by) {
        return concerning(by).stream()
                .filter(one -> one.petition().ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> unknown(ref));
    }

    /**
     * Withdraws what a message asked for that is gone.
     *
     * @param message the message
     */
    public void withdraw(MessageId message) {
        for (var one : waiting.of(message)) {
            end(one.petition().ref(), "withdrawn");
        }
    }

    /** Takes back all approvals that someone has given to what still waits; returns how many, once they are gone. */
    int retract(UserId approver) {
        var approved = waiting.approvedBy(approver);
        store.retract(approver).toCompletableFuture().join();
        approved.forEach(one -> one.approvers().remove(approver));
        return approved.size();
    }

    private Pending find(String ref) {
        return waiting.find(ref).orElseThrow(() -> unknown(ref));
    }

    private static BellhopException unknown(String ref) {
        return BellhopException.user(
                "approval.unknown", "Nothing with the ref " + ref + " waits for approval. It was decided, or expired.");
    }

    private static void check(Petition petition, Need need, Invocation by) {
        if (petition.asker().equals(by.user().id())) {
            throw BellhopException.user("approval.own", "Nobody approves of what they asked for themselves.");
        }
        if (!isIn(petition, by)) {
            throw BellhopException.user("approval.elsewhere", "This was asked elsewhere: approve of it there.");
        }
        if (by.rank() < need.rank()) {
            throw BellhopException.user(
                    "approval.rank", "This needs someone of rank " + need.rank() + "; yours is " + by.rank() + ".");
        }
    }

    private static boolean may(Petition petition, Invocation by) {
        return isIn(petition, by) && by.rank() >= petition.need().rank();
    }

    private static boolean isIn(Petition petition, Invocation by) {
        var here = by.channel().space().map(Space::id);
        var there = Optional.ofNullable(petition.place().spaceId());
        return by.rank() >= Rank.OWNER || (here.isPresent() && here.equals(there));
    }

    private void expireInTime(Petition petition) {
        time.after(petition.left(time.clock().instant()), () -> expire(petition.ref()));
    }

    private void expire(String ref) {
        end(ref, "expired").ifPresent(petition -> {
            var how = "expired: it was not approved within "
                    + Durations.format(petition.need().within()) + ".";
            herald.tell(petition, ApprovalLines.end(petition, how));
        });
    }

    private Optional<Petition> end(String ref, String outcome) {
        var ended = waiting.take(ref).map(Pending::petition);
        ended.ifPresent(petition -> {
            store.remove(ref);
            herald.record(petition, outcome, "");
        });
        return ended;
    }
}
