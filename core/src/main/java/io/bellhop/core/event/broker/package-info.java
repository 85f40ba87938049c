/** From those who hear something to admission, and to the plugins that have subscribed. */
@NullMarked
package io.bellhop.core.event.broker;

import org.jspecify.annotations.NullMarked;
