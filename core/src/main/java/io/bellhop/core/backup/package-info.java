/** Copies of a whole home, and the way back. */
@NullMarked
package io.bellhop.core.backup;

import org.jspecify.annotations.NullMarked;
