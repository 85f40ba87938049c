/** The record of who did what: a chain of rows, each of which vouches for all before it. */
@NullMarked
package io.bellhop.core.audit;

import org.jspecify.annotations.NullMarked;
