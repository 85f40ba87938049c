package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.app.HomeBot;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

/** What the connector does when Discord says: not now, or: never. */
class DiscordLimitsTest extends ConnectedTest {
    private static final LoopbackRest.Answer MISSING = LoopbackRest.Answer.error(403, 50_013, "Missing Permissions");

    @Test
    void waitsAsLongAsABodySaysWhenTheHeaderIsNoWholeNumber() throws Exception {
        assertThat(waited(Map.of("Via", "1.1 google", "Retry-After", "0.35"), 0.35))
                .isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void waitsAsLongAsABodySaysWhenThereIsNoHeader() throws Exception {
        assertThat(waited(Map.of("Via", "1.1 google"), 1.0)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void aFewSlowRequestsHoldNobodyElseUp() throws Exception {
        var answers = new CompletableFuture<Void>();
        for (var method : List.of("POST", "PUT", "DELETE")) {
            discord.rest().answerLater(method, "channels/" + Payloads.LOBBY, answers);
        }
        var said = connector.say(LOBBY, Content.of("x"));
        var reacted = connector.react(message(), "👍");
        var deleted = connector.delete(Receipt.of(message()));
        connector.typing(LOBBY);

        assertThat(now(connector.user(Payloads.ANN))).isPresent();
        answers.complete(null);
        now(said);
        now(reacted);
        now(deleted);
    }

    @Test
    void holdsEveryRouteWhenTheLimitIsForAll() throws Exception {
        discord.rest()
                .answerOnce(
                        "POST",
                        MESSAGES,
                        limit(Map.of("Via", "1.1 google", "Retry-After", "1", "X-RateLimit-Global", "true"), 1));
        var said = connector.say(LOBBY, Content.of("x"));
        var first = discord.next("POST", MESSAGES);
        awaitLimit();

        now(connector.react(message(), "👍"));

        assertThat(Duration.between(
                        first.time(), discord.next("PUT", "reactions").time()))
                .isGreaterThan(Duration.ofMillis(900));
        now(said);
        assertThat(jdaLog.complaints()).hasSize(1).allMatch(line -> line.contains("global rate limit"));
        jdaLog.forget();
    }

    @Test
    void holdsEveryRouteWhenItIsNotDiscordThatLimitsButWhatStandsBeforeIt() throws Exception {
        discord.rest().answerOnce("POST", MESSAGES, limit(Map.of("Retry-After", "1"), 1));
        var said = connector.say(LOBBY, Content.of("x"));
        var first = discord.next("POST", MESSAGES);
        awaitLimit();

        now(connector.react(message(), "👍"));

        assertThat(Duration.between(
                        first.time(), discord.next("PUT", "reactions").time()))
                .isGreaterThan(Duration.ofMillis(900));
        now(said);
        assertThat(connector.health().facts().get("limits")).startsWith("rate limits met: 1");
        jdaLog.forget();
    }

    @Test
    void waitsBeforeItMeetsALimitThatItWasToldOf() throws Exception {
        discord.rest()
                .answerOnce(
                        "POST",
                        MESSAGES,
                        new LoopbackRest.Answer(
                                200,
                                Map.of(
                                        "Via", "1.1 google",
                                        "X-RateLimit-Bucket", "b",
                                        "X-RateLimit-Limit", "1",
                                        "X-RateLimit-Remaining", "0",
                                        "X-RateLimit-Reset-After", "0.6"),
                                Payloads.message(Payloads.snowflake(), Payloads.LOBBY, Payloads.bot(), "x")
                                        .toString()));
        now(connector.say(LOBBY, Content.of("x")));
        now(connector.say(LOBBY, Content.of("y")));

        var first = discord.next("POST", MESSAGES);
        assertThat(Duration.between(first.time(), discord.next("POST", MESSAGES).time()))
                .isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void sendsTheSameMessageAgainAfterEveryKindOfTroubleOnDiscordsSide() throws Exception {
        for (int status : new int[] {502, 504, 529}) {
            discord.rest().answerOnce("POST", MESSAGES, LoopbackRest.Answer.error(status, 0, "upstream"));

            now(connector.say(LOBBY, Content.of("pong")));

            assertThat(discord.next("POST", MESSAGES).json().getString("nonce"))
                    .isEqualTo(discord.next("POST", MESSAGES).json().getString("nonce"));
        }
    }

    @Test
    void callsDiscordUnreachableWhenItStaysInTrouble() throws Exception {
        for (int i = 0; i < 4; i++) {
            discord.rest().answerOnce("DELETE", MESSAGES, LoopbackRest.Answer.error(500, 0, "upstream"));
        }
        var receipt = now(connector.say(LOBBY, Content.of("pong")));

        assertThat(connector.delete(receipt))
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableThat()
                .havingCause()
                .satisfies(failure ->
                        assertThat(((BellhopException) failure).code()).isEqualTo("discord.unreachable"));
    }

    @Test
    void asksNoMoreForWhatDiscordHasRefusedThreeTimesInARow() throws Exception {
        discord.rest().answerAlways("POST", MESSAGES, MISSING);
        for (int i = 0; i < 10; i++) {
            assertFails(connector.say(LOBBY, Content.of("x")), "discord.forbidden");
        }

        assertThat(posts()).isEqualTo(3);
        assertThat(connector.health().facts().get("limits"))
                .contains("3 of 10000")
                .contains("1 refusals remembered");
    }

    @Test
    void asksOnWhereOnlyOtherThingsAreRefused() throws Exception {
        discord.rest().answerAlways("PUT", "reactions", MISSING);
        for (int i = 0; i < 5; i++) {
            assertThat(connector.react(message(), "👍")).failsWithin(Duration.ofSeconds(60));
        }

        now(connector.say(LOBBY, Content.of("x")));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void remembersNothingOnceItWasLetInAgain() throws Exception {
        for (int i = 0; i < 6; i++) {
            discord.rest().answerOnce("POST", MESSAGES, MISSING);
            assertFails(connector.say(LOBBY, Content.of("x")), "discord.forbidden");
            now(connector.say(LOBBY, Content.of("x")));
        }
    }

    /** JDA complains of a limit when it has begun to hold back what is sent next. */
    private void awaitLimit() {
        assertThat(HomeBot.comesTrue(() -> !jdaLog.complaints().isEmpty())).isTrue();
    }

    private long posts() {
        return discord.rest().log().stream()
                .filter(request -> request.is("POST", MESSAGES))
                .count();
    }

    private MessageId message() {
        return new MessageId(LOBBY, Payloads.snowflake());
    }

    private Duration waited(Map<String, String> headers, double retryAfter) throws Exception {
        discord.rest().answerOnce("POST", MESSAGES, limit(headers, retryAfter));
        now(connector.say(LOBBY, Content.of("pong")));
        var first = discord.next("POST", MESSAGES);
        return Duration.between(first.time(), discord.next("POST", MESSAGES).time());
    }

    private static LoopbackRest.Answer limit(Map<String, String> headers, double retryAfter) {
        var body = DataObject.empty().put("retry_after", retryAfter).put("message", "slow");
        return new LoopbackRest.Answer(429, headers, body.toString());
    }
}
