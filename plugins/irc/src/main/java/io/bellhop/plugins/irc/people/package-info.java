/** Who is there, and who they are. */
@NullMarked
package io.bellhop.plugins.irc.people;

import org.jspecify.annotations.NullMarked;
