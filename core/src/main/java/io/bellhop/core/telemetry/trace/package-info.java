/** Traces of invocations, for those who collect them. */
@NullMarked
package io.bellhop.core.telemetry.trace;

import org.jspecify.annotations.NullMarked;
