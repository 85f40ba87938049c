/** Who runs next: the queue before all engines, fair between users. */
@NullMarked
package io.bellhop.plugins.code.queue;

import org.jspecify.annotations.NullMarked;
