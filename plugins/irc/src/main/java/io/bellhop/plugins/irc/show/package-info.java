/** Content as lines that fit a network. */
@NullMarked
package io.bellhop.plugins.irc.show;

import org.jspecify.annotations.NullMarked;
