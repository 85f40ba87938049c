/** Timers, the jobs of plugins, and the schedules of people. */
@NullMarked
package io.bellhop.core.schedule;

import org.jspecify.annotations.NullMarked;
