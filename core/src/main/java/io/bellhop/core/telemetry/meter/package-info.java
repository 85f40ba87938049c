/** What is counted and timed. */
@NullMarked
package io.bellhop.core.telemetry.meter;

import org.jspecify.annotations.NullMarked;
