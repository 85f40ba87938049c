package io.bellhop.core.discord.link;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks Discord how it sees the bot, without connecting: costs a few requests and no session. */
public final class CheckUp {
    private static final int CONTENT = 1 << 18 | 1 << 19;
    private static final int FEW = 10;
    /** The most servers that Discord names at once. */
    private static final int PAGE = 200;

    private static final int TOO_MANY = 429;
    private static final long LONGEST_WAIT = 30;

    private final LinkOptions options;
    private final OkHttpClient http = IOUtil.newHttpClientBuilder().build();

    private CheckUp(LinkOptions options) {
        this.options = options;
    }

    /**
     * What was found.
     *
     * @param kind how bad it is
     * @param seen what to say of it
     */
    public record Result(Kind kind, String seen) {}

    /** How bad something is. */
    public enum Kind {
        /** As it should be. */
        GOOD,
        /** The bot does without, less well. */
        LACKING,
        /** The bot can't connect. */
        REFUSED
    }

    /**
     * Asks.
     *
     * @param options where, and for whom
     * @return what was found, the worst first
     * @throws InterruptedException if the caller is interrupted
     */
    public static List<Result> of(LinkOptions options) throws InterruptedException {
        var checkUp = new CheckUp(options);
        try {
            return checkUp.results();
        } catch (BellhopException e) {
            return List.of(new Result(Kind.REFUSED, e.getMessage()));
        } catch (IOException | ParsingException e) {
            return List.of(new Result(Kind.LACKING, "Discord can't be reached. Look at the network."));
        } finally {
            checkUp.http.dispatcher().executorService().shutdown();
            checkUp.http.connectionPool().evictAll();
        }
    }

    private List<Result> results() throws IOException, InterruptedException {
        var results = new ArrayList<>(List.of(sessions(GatewayOffer.ask(http, options))));
        var application = DataObject.fromJson(get("applications/@me"));
        if ((application.getInt("flags", 0) & CONTENT) == 0) {
            results.add(new Result(
                    Kind.LACKING,
                    "the message content intent is off: only direct messages, mentions and slash commands are read;"
                            + " switch it on in the developer portal, under Bot"));
        }
        lacks().forEach(lack -> results.add(new Result(Kind.LACKING, lack)));
        var invitation =
                Invitation.url(application.getString("id"), options.uses().get());
        results.add(new Result(Kind.GOOD, "invite the bot at " + invitation));
        return results;
    }

    private Result sessions(GatewayOffer offer) {
        if (offer.remaining() <= FEW) {
            return new Result(
                    Kind.LACKING, "only " + offer.remaining() + " sessions are left; wait until " + offer.reset());
        }
        int shards = options.shards().here(offer.shards()).size();
        return new Result(
                Kind.GOOD,
                "the token is good; %d shards; %d of %d sessions are left for today"
                        .formatted(shards, offer.remaining(), offer.total()));
    }

    private List<String> lacks() throws IOException, InterruptedException {
        var lacks = new ArrayList<String>();
        var after = "0";
        List<DataObject> page;
        do {
            page = DataArray.fromJson(get("users/@me/guilds?limit=" + PAGE + "&after=" + after)).stream(
                            DataArray::getObject)
                    .toList();
            page.forEach(guild -> lack(guild).ifPresent(lacks::add));
            after = page.isEmpty() ? after : page.getLast().getString("id");
        } while (page.size() == PAGE);
        return lacks;
    }

    private Optional<String> lack(DataObject guild) {
        return Invitation.lacking(
                        guild.getLong("permissions", 0), options.uses().get())
                .map(names -> "lacks " + names + " in " + guild.getString("name"));
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = new Request.Builder()
                .url(options.restUrl() + path)
                .header("authorization", "Bot " + options.token().reveal())
                .build();
        while (true) {
            try (var answer = http.newCall(request).execute()) {
                if (answer.code() != TOO_MANY || seconds(answer) > LONGEST_WAIT) {
                    return answer.body().string();
                }
                Thread.sleep(Duration.ofSeconds(seconds(answer)));
            }
        }
    }

    /** Many servers take many requests, which Discord wants to come slowly. */
    private static long seconds(Response answer) {
        try {
            return (long) Math.ceil(Double.parseDouble(answer.header("Retry-After", "1")));
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
