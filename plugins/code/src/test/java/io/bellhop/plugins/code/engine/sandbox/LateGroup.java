package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.sandbox.cgroup.Group;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A control group whose memory is looked at late, as by a bot that the machine lets wait for the processor. */
final class LateGroup extends ChangedGroup {
    private static final Duration LATE = Duration.ofMillis(300);

    LateGroup(Group group) {
        super(group);
    }

    @Override
    public long memory() {
        LockSupport.parkNanos(LATE.toNanos());
        return super.memory();
    }
}
