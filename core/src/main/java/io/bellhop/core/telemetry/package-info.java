/** What a running bot tells of itself: refs, and what all that is logged, traced and counted bears or hides. */
@NullMarked
package io.bellhop.core.telemetry;

import org.jspecify.annotations.NullMarked;
