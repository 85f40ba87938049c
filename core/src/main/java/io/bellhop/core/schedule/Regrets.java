package io.bellhop.core.schedule;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.core.audit.AuditTrail;
import io.bellhop.core.audit.Deed;
import io.bellhop.core.event.Time;
import io.bellhop.core.journal.Asked;
import io.bellhop.core.journal.Journal;
import io.bellhop.core.telemetry.Refs;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the makers of schedules, and the audit, what was not fired. Returns at once. */
final class Regrets {
    private static final String PLUGIN = "core";
    private static final String COMMAND = "schedule";

    private static final Logger log = LoggerFactory.getLogger(Regrets.class);

    private final Journal journal;
    private final AuditTrail audit;
    private final Refs refs;
    private final Time time;

    @Inject
    Regrets(Journal journal, AuditTrail audit, Refs refs, Time time) {
        this.journal = journal;
        this.audit = audit;
        this.refs = refs;
        this.time = time;
    }

    /** Whispers why something was not fired, as soon as the platform takes it. */
    void tell(Schedule schedule, String why) {
        var ref = refs.next();
        audit.record(Deed.ofIds(
                ref,
                schedule.user(),
                schedule.cause().channel(),
                Optional.empty(),
                COMMAND,
                PLUGIN,
                "not fired",
                schedule.line()));
        journal.tell(asked(ref, schedule), Content.of(words(schedule, why))).exceptionally(failure -> {
            log.warn("the maker of schedule {} could not be told that it was not fired", schedule.id(), failure);
            return Receipt.of(schedule.cause());
        });
    }

    private static Text words(Schedule schedule, String why) {
        return Text.of("Schedule " + schedule.id() + ", ")
                .code(schedule.line())
                .add(", was not run at ")
                .time(schedule.next())
                .add(": " + why + ".");
    }

    private Asked asked(String ref, Schedule schedule) {
        return new Asked(
                ref,
                schedule.user(),
                schedule.cause(),
                true,
                PLUGIN,
                COMMAND,
                "",
                0,
                time.clock().instant());
    }
}
