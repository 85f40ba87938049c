/** From a message to an invocation and its reply. */
@NullMarked
package io.bellhop.core.command;

import org.jspecify.annotations.NullMarked;
