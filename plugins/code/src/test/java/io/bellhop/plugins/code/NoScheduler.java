package io.bellhop.plugins.code;

import io.bellhop.api.plugin.Missed;
import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Scheduler;
import java.time.Duration;
import java.time.ZoneId;

/** Never fires. */
final class NoScheduler implements Scheduler {
    @Override
    public Registration after(Duration delay, Runnable task) {
        return () -> {};
    }

    @Override
    public Registration every(Duration interval, Runnable task) {
        return () -> {};
    }

    @Override
    public Registration cron(String name, String times, ZoneId zone, Missed missed, Runnable task) {
        return () -> {};
    }
}
