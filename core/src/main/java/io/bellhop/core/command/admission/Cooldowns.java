package io.bellhop.core.command.admission;

import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what may not happen again yet. Safe for use from any thread. */
@Singleton
final class Cooldowns {
    private static final int TIDY_ABOVE = 10_000;

    private final Time time;
    private final ConcurrentHashMap<Object, Long> until = new ConcurrentHashMap<>();

    @Inject
    Cooldowns(Time time) {
        this.time = time;
    }

    /**
     * Enters, if the last time is long enough ago.
     *
     * @return the time that is left to wait; zero if entered
     */
    Duration enter(Object key, Duration cooldown) {
        long now = time.nanos();
        long end = now + cooldown.toNanos();
        tidy(now);
        while (true) {
            var old = until.putIfAbsent(key, end);
            if (old != null && old - now > 0) {
                return Duration.ofNanos(old - now);
            }
            if (old == null || until.replace(key, old, end)) {
                return Duration.ZERO;
            }
        }
    }

    private void tidy(long now) {
        if (until.size() > TIDY_ABOVE) {
            until.values().removeIf(end -> end - now <= 0);
        }
    }
}
