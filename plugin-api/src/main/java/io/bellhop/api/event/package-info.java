/** Events, and the broker that hands them to subscribers. */
@NullMarked
package io.bellhop.api.event;

import org.jspecify.annotations.NullMarked;
