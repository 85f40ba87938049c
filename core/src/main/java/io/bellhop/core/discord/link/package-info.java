/** The link to Discord: its sessions, shards and limits, kept up and told of. */
@NullMarked
package io.bellhop.core.discord.link;

import org.jspecify.annotations.NullMarked;
