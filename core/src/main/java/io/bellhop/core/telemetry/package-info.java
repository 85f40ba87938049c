/** Refs, logs, traces and counters. */
@NullMarked
package io.bellhop.core.telemetry;

import org.jspecify.annotations.NullMarked;
