package io.bellhop.core.bench;

import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import java.time.Clock;
import java.time.Duration;

/** The machine's time, and some more. */
record LaterTime(Time now, Duration later) implements Time {
    @Override
    public long nanos() {
        return now.nanos();
    }

    @Override
    public Clock clock() {
        return Clock.offset(now.clock(), later);
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        return now.after(delay, task);
    }
}
