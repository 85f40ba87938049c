package io.bellhop.core.discord.link.option;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.plugin.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * How to reach Discord.
 *
 * @param token the bot's token
 * @param restUrl where its REST interface is
 * @param shards which shards run here
 * @param activity what is shown beside the bot's name
 * @param folder where the link keeps what must outlive the process, if anywhere
 * @param pace how long the link waits
 * @param uses what the bot uses of Discord at this moment that has to be granted there
 */
public record LinkOptions(
        Secret token,
        String restUrl,
        ShardRange shards,
        Optional<String> activity,
        Optional<Path> folder,
        Pace pace,
        Supplier<Set<Capability>> uses) {
    /** Reaches Discord itself, with all shards and nothing kept. */
    public static LinkOptions of(Secret token) {
        return new LinkOptions(
                token,
                RestConfig.DEFAULT_BASE_URL,
                ShardRange.AUTOMATIC,
                Optional.empty(),
                Optional.empty(),
                Pace.USUAL,
                Set::of);
    }

    /** Reaches a Discord at another address. */
    public LinkOptions at(String url) {
        return new LinkOptions(token, url, shards, activity, folder, pace, uses);
    }

    /** Runs other shards. */
    public LinkOptions with(ShardRange range) {
        return new LinkOptions(token, restUrl, range, activity, folder, pace, uses);
    }

    /** Shows something beside the bot's name. */
    public LinkOptions showing(Optional<String> text) {
        return new LinkOptions(token, restUrl, shards, text, folder, pace, uses);
    }

    /** Keeps in a folder what must outlive the process. */
    public LinkOptions in(Path other) {
        return new LinkOptions(token, restUrl, shards, activity, Optional.of(other), pace, uses);
    }

    /** The file that remembers when sessions were begun. */
    public Optional<Path> sessions() {
        return folder.map(there -> there.resolve("discord.sessions"));
    }

    /** The file that remembers what each shard has heard last. */
    public Optional<Path> heard() {
        return folder.map(there -> there.resolve("discord.heard"));
    }

    /** The file in which a running bot says how the link is, for the doctor, who is another process. */
    public Optional<Path> health() {
        return folder.map(there -> there.resolve("discord.health"));
    }

    /** Waits differently. */
    public LinkOptions pacing(Pace other) {
        return new LinkOptions(token, restUrl, shards, activity, folder, other, uses);
    }

    /** Asks for what is used. */
    public LinkOptions using(Supplier<Set<Capability>> used) {
        return new LinkOptions(token, restUrl, shards, activity, folder, pace, used);
    }
}
