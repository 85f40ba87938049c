/** Spaces, users, channels, messages, what is sent, and the connectors that carry it. */
@NullMarked
package io.bellhop.api.chat;

import org.jspecify.annotations.NullMarked;
