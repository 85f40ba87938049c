/** Which messages ask for something, and who is let in with it. */
@NullMarked
package io.bellhop.core.command.admission;

import org.jspecify.annotations.NullMarked;
