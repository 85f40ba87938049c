/** The broker, the plugins' pools, deadlines and demotion. */
@NullMarked
package io.bellhop.core.event;

import org.jspecify.annotations.NullMarked;
