/** Commands as Discord's native ones: what is registered there, and when. */
@NullMarked
package io.bellhop.core.discord.slash;

import org.jspecify.annotations.NullMarked;
