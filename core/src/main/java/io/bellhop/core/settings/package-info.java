/** What people set in chat, for a channel, a space or the whole bot. */
@NullMarked
package io.bellhop.core.settings;

import org.jspecify.annotations.NullMarked;
