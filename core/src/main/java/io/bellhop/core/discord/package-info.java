/**
 * The connector to Discord, which alone knows JDA: it hears, speaks and looks up by what its sub-packages make of
 * Discord.
 */
@NullMarked
package io.bellhop.core.discord;

import org.jspecify.annotations.NullMarked;
