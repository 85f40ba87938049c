package io.bellhop.plugins.code.engine;

import java.time.Duration;

/**
 * What a stage used.
 *
 * @param wall from its start to its end
 * @param cpu the processor's time, 0 if the engine can't tell
 * @param peakMemory the most bytes of memory at one time, 0 if the engine can't tell
 */
public record Usage(Duration wall, Duration cpu, long peakMemory) {}
