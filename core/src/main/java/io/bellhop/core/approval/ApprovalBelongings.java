package io.bellhop.core.approval;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.people.Belongings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What someone has asked to have approved. */
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
        return asked.isEmpty() ? Map.of() : Map.of("what waits for approval", asked);
    }

    @Override
    public List<String> forget(UserId user) {
        var asked = waiting.of(user);
        asked.forEach(one -> approvals.withdraw(one.petition().messageId()));
        return asked.isEmpty() ? List.of() : List.of(asked.size() + " that waited for approval");
    }
}
