/** Discord's limits on requests, and what it refuses, remembered for the next ones. */
@NullMarked
package io.bellhop.core.discord.link.rest;

import org.jspecify.annotations.NullMarked;
