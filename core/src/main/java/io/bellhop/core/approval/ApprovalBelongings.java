package io.bellhop.core.approval;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.people.Belongings;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What someone has asked to have approved, and what of others' they have approved of while it waits for more. */
final class ApprovalBelongings implements Belongings {
    private final Waiting waiting;
    private final Approvals approvals;

    @Inject
    ApprovalBelongings(Waiting waiting, Approvals approvals) {
        this.waiting = waiting;
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var asked = waiting.of(user).stream()
                .map(one -> Map.of(
                        "ref", one.petition().ref(), "line", one.petition().line()))
                .toList();
        var approved = waiting.approvedBy(user).stream()
                .map(one -> one.petition().ref())
                .toList();
        var kept = new LinkedHashMap<String, List<?>>();
        kept.put("what waits for approval", asked);
        kept.put("what you have approved of", approved);
        kept.values().removeIf(List::isEmpty);
        return kept;
    }

    @Override
    public List<String> forget(UserId user) {
        var asked = waiting.of(user);
        asked.forEach(one -> approvals.withdraw(one.petition().messageId()));
        int approved = approvals.retract(user);
        var gone = new ArrayList<String>();
        if (!asked.isEmpty()) {
            gone.add(asked.size() + " that waited for approval");
        }
        if (approved > 0) {
            gone.add(approved + " of your approvals");
        }
        return gone;
    }
}
