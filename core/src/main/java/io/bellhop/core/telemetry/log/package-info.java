/** The log: where it goes, how a line looks, and what a line never shows. */
@NullMarked
package io.bellhop.core.telemetry.log;

import org.jspecify.annotations.NullMarked;
