package io.bellhop.plugins.code.engine.piston;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.bellhop.plugins.code.engine.piston.Link.Reply;
import io.bellhop.plugins.code.engine.piston.wire.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What a server's answer that is no result means.
 *
 * @param reply the answer
 */
record Refusal(Reply reply) {
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final int MOST_SHOWN = 200;

    /** Says what it means about the server. */
    ServerFailure failure() {
        var status = reply.status();
        return switch (status) {
            case 401, 403 -> ServerFailure.away("refuses its key; set the key that it wants", false);
            case 429, 503 -> ServerFailure.busy(rest());
            default ->
                status >= 500
                        ? ServerFailure.faltering("fails with the status " + status + "; see its own log")
                        : ServerFailure.away("is no Piston server (status " + status + "); correct its url", false);
        };
    }

    /** {@return what the server says itself, harmless and short, or empty} */
    Optional<String> message() {
        try {
            return JsonObject.read(reply.body()).text("message").map(Refusal::shown);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what refuses a request may stand before the server
        }
    }

    private static String shown(String message) {
        var line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        var points = line.codePoints().limit(MOST_SHOWN).toArray();
        return new String(points, 0, points.length);
    }

    private Duration rest() {
        var asked = reply.response().headers().firstValue("Retry-After").flatMap(this::duration);
        return asked.filter(Duration::isPositive)
                .map(rest -> rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST)
                .orElse(REST);
    }

    private Optional<Duration> duration(String written) {
        if (written.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
        }
        try {
            var date = reply.response().headers().firstValue("Date").orElse("");
            return Optional.of(Duration.between(time(date), time(written)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime time(String written) {
        return ZonedDateTime.parse(written, RFC_1123_DATE_TIME);
    }
}
