/** Requests to Discord: what names them, who waits for them, and what is said when they fail. */
@NullMarked
package io.bellhop.core.discord.request;

import org.jspecify.annotations.NullMarked;
