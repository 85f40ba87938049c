package io.bellhop.core.discord.link;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What Discord says to a bot that is about to connect, by {@code GET /gateway/bot}.
 *
 * @param url where the gateway is
 * @param shards how many shards it recommends
 * @param concurrency how many sessions may be begun every five seconds
 * @param total how many sessions may be begun a day
 * @param remaining how many of those are left
 * @param reset when all are there again
 */
record GatewayOffer(String url, int shards, int concurrency, int total, int remaining, Instant reset) {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int TRIES = 4;
    private static final long FIRST_WAIT = 500;
    private static final int SESSIONS_A_DAY = 1_000;

    /** Asks Discord, a few times if it is busy. */
    static GatewayOffer ask(OkHttpClient http, LinkOptions options) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (i > 0) {
                Thread.sleep(FIRST_WAIT << i);
            }
            try (var answer = http.newCall(request(options)).execute()) {
                if (answer.code() == UNAUTHORIZED) {
                    throw Refused.token();
                }
                if (answer.isSuccessful()) {
                    return read(answer, options.pace().clock().instant());
                }
                if (answer.code() < 500 && answer.code() != TOO_MANY) {
                    break;
                }
            } catch (IOException | ParsingException e) {
                throw Refused.unreachable(e);
            }
        }
        throw Refused.unreachable(null);
    }

    private static Request request(LinkOptions options) throws BellhopException {
        try {
            return new Request.Builder()
                    .url(options.restUrl() + "gateway/bot")
                    .header("authorization", "Bot " + options.token().reveal())
                    .build();
        } catch (IllegalArgumentException e) {
            // its message quotes the token, which has signs that no token has
            throw Refused.token();
        }
    }

    private static GatewayOffer read(Response answer, Instant now) throws IOException {
        var offer = DataObject.fromJson(answer.body().string());
        var limit = offer.getObject("session_start_limit");
        return new GatewayOffer(
                offer.getString("url"),
                offer.getInt("shards", 1),
                Math.max(1, limit.getInt("max_concurrency", 1)),
                limit.getInt("total", SESSIONS_A_DAY),
                limit.getInt("remaining", SESSIONS_A_DAY),
                now.plus(Duration.ofMillis(limit.getLong("reset_after", 0))));
    }
}
