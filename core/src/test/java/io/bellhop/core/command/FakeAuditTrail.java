package io.bellhop.core.command;

import io.bellhop.core.audit.AuditTrail;
import io.bellhop.core.audit.Deed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes everything down in memory. */
final class FakeAuditTrail implements AuditTrail {
    final List<Deed> deeds = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    @Override
    public void record(Deed deed) {
        deeds.add(deed);
    }

    @Override
    public boolean isFailing() {
        return failing;
    }

    /** What was done and how it ended, line by line. */
    List<String> lines() {
        return deeds.stream()
                .map(deed -> deed.user().orElseThrow().name() + " " + (deed.action() + " " + deed.arguments()).strip()
                        + ": " + deed.outcome())
                .toList();
    }
}
