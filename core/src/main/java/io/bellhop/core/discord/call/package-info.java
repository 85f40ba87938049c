/**
 * Interactions: slash commands, forms, menus and presses are heard, acknowledged before anything else, and answered
 * through their tokens while those last.
 */
@NullMarked
package io.bellhop.core.discord.call;

import org.jspecify.annotations.NullMarked;
