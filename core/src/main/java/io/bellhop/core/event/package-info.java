/** When things happen: the time that all of the core reads. */
@NullMarked
package io.bellhop.core.event;

import org.jspecify.annotations.NullMarked;
