package io.bellhop.core.schedule;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.error.BellhopException;
import java.util.Optional;

/** What can't be scheduled, whoever may run it. Asked when a schedule is set, and when it fires. */
final class Restraint {
    private Restraint() {}

    /** Says why not; empty if it can be. What schedules more might never end. */
    static Optional<BellhopException> on(CommandDescription command) {
        if (command.name().startsWith("schedule")) {
            return Optional.of(BellhopException.user("schedule.command", "A schedule can't set or end schedules."));
        }
        return command.takesSecret()
                ? Optional.of(BellhopException.user(
                        "schedule.secret",
                        command.name() + " takes a secret, which would have to be kept until then. Run it yourself."))
                : Optional.empty();
    }
}
