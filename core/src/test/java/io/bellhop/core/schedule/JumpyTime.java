package io.bellhop.core.schedule;

import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Clock;
import java.time.Duration;

/** Time whose wall clock can be set. */
final class JumpyTime implements Time {
    private final VirtualTime time = new VirtualTime();
    private Duration offset = Duration.ZERO;

    void advance(Duration duration) {
        time.advance(duration);
    }

    void jump(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public Clock clock() {
        return Clock.offset(time.clock(), offset);
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        return time.after(delay, task);
    }
}
