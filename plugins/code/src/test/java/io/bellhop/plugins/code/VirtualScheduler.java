package io.bellhop.plugins.code;

import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Scheduler;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.time.ZoneId;

/** Timers that fire on the test's thread when it lets time pass. */
public record VirtualScheduler(VirtualTime time) implements Scheduler {
    @Override
    public Registration after(Duration delay, Runnable task) {
        return time.after(delay, task);
    }

    @Override
    public Registration every(Duration interval, Runnable task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration cron(String name, String times, ZoneId zone, Missed missed, Runnable task) {
        throw new UnsupportedOperationException();
    }
}
