package io.bellhop.core.discord;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A Discord for bots in other processes, and what people see there. */
public final class DiscordCrowd implements AutoCloseable {
    private static final long FIRST_PERSON = 110_000_000_000_000_000L;
    private static final int PEOPLE = 16;

    private final LoopbackDiscord discord = new LoopbackDiscord();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private int last;

    /** A message of the bot's. */
    public record Seen(String text, boolean hasButtons) {}

    /** Opens it. */
    public DiscordCrowd() throws IOException {
        discord.rest().tell(request -> {});
        discord.rest().watch((request, answer) -> {
            if (request.is("POST", "/messages") && answer.status() == 200) {
                var asked = request.json();
                var hasButtons = asked.optArray("components")
                        .filter(rows -> !rows.isEmpty())
                        .isPresent();
                var id = DataObject.fromJson(answer.body()).getString("id");
                seen.putIfAbsent(id, new Seen(asked.getString("content", ""), hasButtons));
            }
        });
    }

    /** Where a bot finds it. */
    public String url() {
        return discord.rest().url();
    }

    /** Makes a connector that reaches such a Discord. */
    public static Connector connector(String url, Offers offers) {
        var link = LinkOptions.of(new Secret(LoopbackRest.TOKEN)).at(url).pacing(LoopbackDiscord.HASTE);
        return new DiscordConnector(new DiscordOptions(link), offers);
    }

    /** Someone writes in the lobby. */
    public void writes(String content) {
        discord.says(Long.toString(FIRST_PERSON + last++ % PEOPLE), content);
    }

    /** Lets time pass: repeats are not known by their nonces any more. */
    public void forgetNonces() {
        discord.rest().forgetNonces();
    }

    /** All that the bot has said. */
    public List<Seen> seen() {
        return List.copyOf(seen.values());
    }

    @Override
    public void close() throws IOException {
        discord.close();
    }
}
