package io.bellhop.core.plugin;

import io.bellhop.core.plugin.roster.Member;
import io.bellhop.core.plugin.roster.Remembered;
import io.bellhop.core.plugin.run.Runtimes;

/** Holds back plugins that keep failing, until they get another chance. On the plugins' thread only. */
final class Quarantine {
    private final PluginFaults faults;
    private final OwnerNotices notices;
    private final Remembered remembered;
    private final Runtimes runtimes;
    private final Changes changes;

    Quarantine(PluginFaults faults, OwnerNotices notices, Remembered remembered, Runtimes runtimes, Changes changes) {
        this.faults = faults;
        this.notices = notices;
        this.remembered = remembered;
        this.runtimes = runtimes;
        this.changes = changes;
    }

    /** Ends a plugin, and tells the owners why. */
    void hold(String id, String reason) throws InterruptedException {
        if (runtimes.find(id).isEmpty() || faults.recent(id) == 0) {
            return; // it is gone, or was loaded anew meanwhile
        }
        remembered.quarantine(id, reason);
        changes.make(() -> {});
        notices.tell("The plugin %s is quarantined. %s Look into the log; The command plugin enable %s tries it again."
                .formatted(id, reason, id));
    }

    /** Gives a plugin another chance that was held back; a disabled one stays so. */
    void release(Member member) {
        member.retry();
        faults.forgive(member.id());
        remembered.release(member.id());
    }
}
