/** Content as Discord shows it: text in its notation, split, with embeds, files, and buttons under it. */
@NullMarked
package io.bellhop.core.discord.content;

import org.jspecify.annotations.NullMarked;
