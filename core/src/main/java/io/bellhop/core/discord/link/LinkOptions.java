package io.bellhop.core.discord.link;

import io.bellhop.api.plugin.Secret;
import java.nio.file.Path;
import java.util.Optional;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * How to reach Discord.
 *
 * @param token the bot's token
 * @param restUrl where its REST interface is
 * @param shards which shards run here
 * @param activity what is shown beside the bot's name
 * @param memory the file that remembers new sessions across restarts, if any does
 * @param pace how long the link waits
 */
public record LinkOptions(
        Secret token, String restUrl, ShardRange shards, Optional<String> activity, Optional<Path> memory, Pace pace) {
    /** Reaches Discord itself, with all shards and no memory. */
    public static LinkOptions of(Secret token) {
        return new LinkOptions(
                token,
                RestConfig.DEFAULT_BASE_URL,
                ShardRange.AUTOMATIC,
                Optional.empty(),
                Optional.empty(),
                Pace.USUAL);
    }

    /** Reaches a Discord at another address. */
    public LinkOptions at(String url) {
        return new LinkOptions(token, url, shards, activity, memory, pace);
    }

    /** Runs other shards. */
    public LinkOptions with(ShardRange range) {
        return new LinkOptions(token, restUrl, range, activity, memory, pace);
    }

    /** Shows something beside the bot's name. */
    public LinkOptions showing(Optional<String> text) {
        return new LinkOptions(token, restUrl, shards, text, memory, pace);
    }

    /** Remembers new sessions in a file. */
    public LinkOptions remembering(Path file) {
        return new LinkOptions(token, restUrl, shards, activity, Optional.of(file), pace);
    }

    /** Waits differently. */
    public LinkOptions pacing(Pace other) {
        return new LinkOptions(token, restUrl, shards, activity, memory, other);
    }
}
