package io.bellhop.core.discord.link.rest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands between JDA and Discord's REST interface. It answers in Discord's place what Discord is known to refuse, holds
 * requests back before too many were invalid, mends the headers of rate limits that JDA can't read, and counts. Safe
 * for use from any thread.
 */
public final class RestWatch implements Interceptor {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int PEEK = 4_096;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern CHANNEL = Pattern.compile(".*/(channels/\\d+)(/.*)?");
    private static final Pattern IDS = Pattern.compile("\\d{15,}|reactions/[^/]+");
    private static final Pattern EXEMPT = Pattern.compile(".*/(interactions|webhooks)/.*");

    private final InstantSource clock;
    private final Refusals refusals = new Refusals();
    private final InvalidRequests invalid = new InvalidRequests();
    private final AtomicLong limited = new AtomicLong();
    private volatile Instant heldUntil = Instant.MIN;

    public RestWatch(InstantSource clock) {
        this.clock = clock;
    }

    /** Says in a line how much Discord holds back. */
    public String line() {
        var now = clock.instant();
        var wait = Duration.between(now, heldUntil);
        return "rate limits met: %d%s, %d of 10000 invalid requests in 10 min, %d refusals remembered"
                .formatted(
                        limited.get(),
                        wait.isPositive() ? " (waits " + wait.toSeconds() + " s)" : "",
                        invalid.count(now),
                        refusals.count(now));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var name = name(request);
        var now = clock.instant();
        var known = name.flatMap(one -> refusals.find(one, now));
        if (known.isPresent()) {
            return answer(request, FORBIDDEN, known.get());
        }
        var hold = isExempt(request) ? Duration.ZERO : invalid.hold(now);
        if (hold.isPositive()) {
            heldUntil = now.plus(hold);
            return tooMany(request, hold);
        }
        return seen(chain.proceed(request), name);
    }

    private Response seen(Response response, Optional<String> name) throws IOException {
        var now = clock.instant();
        return switch (response.code()) {
            case UNAUTHORIZED -> {
                invalid.note(now);
                yield response;
            }
            case FORBIDDEN -> {
                invalid.note(now);
                var body = response.peekBody(PEEK).string();
                name.ifPresent(one -> refusals.refused(one, body, now));
                yield response;
            }
            case TOO_MANY -> limited(response, now);
            default -> {
                name.filter(one -> response.isSuccessful()).ifPresent(refusals::allowed);
                yield response;
            }
        };
    }

    private Response limited(Response response, Instant now) throws IOException {
        limited.incrementAndGet();
        if (!"shared".equals(response.header("X-RateLimit-Scope"))) {
            invalid.note(now);
        }
        var wait = Math.max(1, (long) Math.ceil(Math.max(inHeader(response), inBody(response))));
        heldUntil = now.plusSeconds(wait);
        // JDA reads whole seconds only, and without them asks again at once
        return response.newBuilder().header("Retry-After", Long.toString(wait)).build();
    }

    private static double inHeader(Response response) {
        try {
            return Double.parseDouble(response.header("Retry-After", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double inBody(Response response) throws IOException {
        try {
            return DataObject.fromJson(response.peekBody(PEEK).string()).getDouble("retry_after", 0);
        } catch (ParsingException e) {
            return 0; // Cloudflare answers with a page for people
        }
    }

    /** Names what a request asks for in a channel; requests that concern none are not remembered. */
    private static Optional<String> name(Request request) {
        var path = CHANNEL.matcher(request.url().encodedPath());
        return path.matches()
                ? Optional.of(request.method() + " " + path.group(1)
                        + (path.group(2) == null
                                ? ""
                                : IDS.matcher(path.group(2)).replaceAll("")))
                : Optional.empty();
    }

    private static boolean isExempt(Request request) {
        return EXEMPT.matcher(request.url().encodedPath()).matches();
    }

    private static Response tooMany(Request request, Duration wait) {
        var body = DataObject.empty().put("retry_after", wait.toSeconds()).put("global", true);
        return answer(request, TOO_MANY, body.toString())
                .newBuilder()
                .header("Via", "bellhop")
                .header("X-RateLimit-Global", "true")
                .header("Retry-After", Long.toString(wait.toSeconds()))
                .build();
    }

    private static Response answer(Request request, int code, String body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(code)
                .message("known")
                .header("Content-Type", "application/json")
                .body(ResponseBody.create(body, JSON))
                .build();
    }
}
