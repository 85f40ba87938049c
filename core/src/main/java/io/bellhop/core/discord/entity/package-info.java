/** What there is on Discord: people, places and messages, as they were when seen. */
@NullMarked
package io.bellhop.core.discord.entity;

import org.jspecify.annotations.NullMarked;
