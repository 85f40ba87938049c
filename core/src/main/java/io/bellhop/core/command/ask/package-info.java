/** Questions that commands ask, and the answers to them. */
@NullMarked
package io.bellhop.core.command.ask;

import org.jspecify.annotations.NullMarked;
