/** How the link is made: what the owner chose, and the times that it takes. */
@NullMarked
package io.bellhop.core.discord.link.option;

import org.jspecify.annotations.NullMarked;
