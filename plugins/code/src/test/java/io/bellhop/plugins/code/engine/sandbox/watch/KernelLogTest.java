package io.bellhop.plugins.code.engine.sandbox.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelLogTest {
    private static final String LOG = """
            [1.0] oom-kill:constraint=CONSTRAINT_MEMCG,oom_memcg=/a/bellhop-7-0,task_memcg=/a/bellhop-7-0,task=old,pid=1,uid=2
            [2.0] Memory cgroup out of memory: Killed process 15631 (python3) total-vm:423460kB
            [3.0] oom-kill:constraint=CONSTRAINT_MEMCG,oom_memcg=/a/bellhop-7-0,task_memcg=/a/bellhop-7-0,task=a, b,pid=3,uid=2
            [4.0] oom-kill:constraint=CONSTRAINT_MEMCG,oom_memcg=/a/bellhop-7-01,task_memcg=/a/bellhop-7-01,task=x,pid=4,uid=2
            """;

    @Test
    void namesTheLastProcessThatWasKilledInTheGroup() {
        assertThat(killed("bellhop-7-0", 100)).contains("a, b");
        assertThat(killed("bellhop-7-01", 100)).contains("x");
        assertThat(killed("bellhop-8-0", 100)).isEmpty();
    }

    @Test
    void namesNoneThatWasKilledBeforeTheProgramBegan() {
        assertThat(killed("bellhop-7-0", 2)).contains("a, b");
        assertThat(killed("bellhop-7-0", 1)).contains("a, b");
        assertThat(killed("bellhop-7-0", 0)).isEmpty();
    }

    @Test
    void namesNoneFromALogWithoutTimes() {
        assertThat(KernelLog.killed("bellhop-7-0", Duration.ofSeconds(9), LOG.replaceAll("(?m)^\\[.*?\\] ", "")))
                .isEmpty();
    }

    private static Optional<String> killed(String group, int secondsAgo) {
        return KernelLog.killed(group, Duration.ofSeconds(secondsAgo), LOG);
    }
}
