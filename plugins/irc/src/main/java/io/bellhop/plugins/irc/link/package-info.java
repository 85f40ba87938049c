/** Files behind short-lived links. */
@NullMarked
package io.bellhop.plugins.irc.link;

import org.jspecify.annotations.NullMarked;
