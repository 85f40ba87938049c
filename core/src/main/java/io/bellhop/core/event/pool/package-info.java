/** The threads of plugins: their queues and lanes, their deadlines, and what becomes of those that ignore them. */
@NullMarked
package io.bellhop.core.event.pool;

import org.jspecify.annotations.NullMarked;
