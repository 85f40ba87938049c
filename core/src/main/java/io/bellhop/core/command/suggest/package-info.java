/** What completes an argument while it is typed. */
@NullMarked
package io.bellhop.core.command.suggest;

import org.jspecify.annotations.NullMarked;
