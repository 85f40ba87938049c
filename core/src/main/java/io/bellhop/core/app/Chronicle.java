package io.bellhop.core.app;

import io.bellhop.core.audit.Audit;
import io.bellhop.core.audit.Deed;
import io.bellhop.core.audit.Retention;
import io.bellhop.core.audit.Verification;
import io.bellhop.core.event.Time;
import io.bellhop.core.plugin.OwnerNotices;
import io.bellhop.core.plugin.Plugins;
import io.bellhop.core.plugin.roster.PluginStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the audit what the bot itself does: that it starts and stops, and which plugins come and go. */
final class Chronicle {
    private static final String CORE = "core";
    /** Whom this concerns is told in chat, so the connectors must be there; and nobody waits for it. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Audit audit;
    private final Retention retention;
    private final Plugins plugins;
    private final Verification verification;
    private final OwnerNotices notices;
    private final Time time;
    private final Map<String, String> known = new HashMap<>();

    @Inject
    Chronicle(
            Audit audit,
            Retention retention,
            Plugins plugins,
            Verification verification,
            OwnerNotices notices,
            Time time) {
        this.audit = audit;
        this.retention = retention;
        this.plugins = plugins;
        this.verification = verification;
        this.notices = notices;
        this.time = time;
    }

    void begin() {
        plugins.onSettled(this::settled);
        audit.record(Deed.ofBot("bot", CORE, Version.current(), "started", ""));
        retention.begin();
        time.after(SETTLING, () -> verification.verifyEnd().ifPresent(notices::tell));
    }

    /** Called when nothing else can be done any more. */
    void end() throws InterruptedException {
        audit.record(Deed.ofBot("bot", CORE, Version.current(), "stopped", ""));
        audit.drain(PATIENCE);
        audit.noteHead();
    }

    private synchronized void settled(List<PluginStatus> statuses) {
        var before = Map.copyOf(known);
        known.clear();
        for (var status : statuses) {
            var now = status.state().name().toLowerCase(Locale.ROOT) + " " + status.version();
            known.put(status.id(), now);
            if (!now.equals(before.get(status.id()))) {
                record(status, before.getOrDefault(status.id(), ""));
            }
        }
        before.keySet().stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> audit.record(
                        Deed.ofBot("plugin", id, "", "gone", ("it was " + before.getOrDefault(id, "")).strip())));
    }

    private void record(PluginStatus status, String before) {
        var what = before.isEmpty() ? status.reason() : ("it was " + before + ". " + status.reason()).strip();
        audit.record(Deed.ofBot(
                "plugin", status.id(), status.version(), status.state().name().toLowerCase(Locale.ROOT), what));
    }
}
