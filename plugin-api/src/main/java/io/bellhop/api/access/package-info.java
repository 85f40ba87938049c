/** Ranks: who may do what. */
@NullMarked
package io.bellhop.api.access;

import org.jspecify.annotations.NullMarked;
