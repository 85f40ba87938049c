package io.bellhop.core.testkit;

import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import java.time.Clock;
import java.time.Duration;

/** Time whose wall clock can be set. */
public final class JumpyTime implements Time {
    private final VirtualTime time = new VirtualTime();
    private Duration offset = Duration.ZERO;

    public void advance(Duration duration) {
        time.advance(duration);
    }

    public void jump(Duration by) {
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
