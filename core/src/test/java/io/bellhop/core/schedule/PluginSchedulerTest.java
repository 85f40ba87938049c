package io.bellhop.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.event.SystemTime;
import io.bellhop.core.event.pool.DeadlineWatch;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.event.pool.Pools;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PluginSchedulerTest {
    @Test
    void setsNoTimerOnceItsPluginHasEnded() {
        try (var time = new SystemTime()) {
            var pools = new Pools(new PoolOptions(1, 1), new DeadlineWatch(time));
            var pool = pools.open("dice", getClass().getClassLoader());
            var scheduler = new PluginScheduler(
                    time, pool, (plugin, where, failure) -> {}, new Jobs(new Alarms(time), time, JobStore.NONE));
            scheduler.every(Duration.ofHours(1), () -> {});
            assertThat(scheduler.count()).isEqualTo(1);
            scheduler.cancelAll();
            scheduler.every(Duration.ofHours(1), () -> {});
            assertThat(scheduler.count()).isZero();
        }
    }
}
