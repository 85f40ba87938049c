/** Failures that a user can see. */
@NullMarked
package io.bellhop.api.error;

import org.jspecify.annotations.NullMarked;
