/** Bytes and lines: sockets, the protocol's notation, and what waits to be sent. */
@NullMarked
package io.bellhop.plugins.irc.wire;

import org.jspecify.annotations.NullMarked;
