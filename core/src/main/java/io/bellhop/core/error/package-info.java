/** How failures are told in chat. */
@NullMarked
package io.bellhop.core.error;

import org.jspecify.annotations.NullMarked;
