package io.bellhop.plugins.code.engine.sandbox.cgroup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A control group that holds one sandbox at a time. */
public interface Group {
    /**
     * Returns the folders whose {@code cgroup.procs} a process joins.
     *
     * @return one for each hierarchy
     */
    List<Path> folders();

    /**
     * Returns what the kernel calls it in its log.
     *
     * @return the last part of its path
     */
    String name();

    /**
     * Sets the most memory, and forgets the highest use so far.
     *
     * @param bytes of all processes, files in memory and what the kernel keeps for them
     * @throws IOException if that is not possible, as when more is in use already
     */
    void limitMemory(long bytes) throws IOException;

    /**
     * Returns the memory in use.
     *
     * @return bytes
     */
    long memory();

    /**
     * Returns the highest use since the limit was set.
     *
     * @return bytes, 0 if this kernel doesn't tell
     */
    long peakMemory();

    /**
     * Returns how many processes were killed for want of memory, ever.
     *
     * @return how many
     */
    long memoryKills();

    /**
     * Returns the processor's time that all processes took, ever.
     *
     * @return the time
     */
    Duration cpu();

    /**
     * Removes it. Nothing must be in it any more.
     *
     * @throws IOException if something is
     */
    void remove() throws IOException;
}
