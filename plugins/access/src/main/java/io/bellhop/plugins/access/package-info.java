/** Gives people and roles ranks, and says what commands need. */
@NullMarked
package io.bellhop.plugins.access;

import org.jspecify.annotations.NullMarked;
