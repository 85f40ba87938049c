/** A user's turn at the engines: from the queue, with live output, to the record in their history. */
@NullMarked
package io.bellhop.plugins.code.turn;

import org.jspecify.annotations.NullMarked;
