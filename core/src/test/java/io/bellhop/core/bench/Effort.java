package io.bellhop.core.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a number of operations took, of the clock and of the processors. */
record Effort(long operations, long wallNanos, long cpuNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Does the work once, and takes all that this JVM does meanwhile for a part of it. */
    static Effort of(long operations, Work work) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Effort(operations, System.nanoTime() - wall, SYSTEM.getProcessCpuTime() - cpu);
    }

    double perSecond() {
        return operations * 1e9 / wallNanos;
    }

    double cpuMicros() {
        return cpuNanos / 1e3 / operations;
    }

    /** What is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
