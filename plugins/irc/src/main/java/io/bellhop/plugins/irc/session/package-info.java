/** A network's connection, from greeting to farewell, again and again. */
@NullMarked
package io.bellhop.plugins.irc.session;

import org.jspecify.annotations.NullMarked;
