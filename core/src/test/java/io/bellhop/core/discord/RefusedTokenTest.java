package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.app.HomeBot;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.testkit.FakeConnector;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole bot whose token Discord takes away while it runs. */
class RefusedTokenTest extends CallTest {
    private static final String NEW_TOKEN = "a.new.token";

    private FakeConnector other;

    @BeforeEach
    void load() throws Exception {
        loadTrials();
        other = bot.besides();
    }

    @Test
    void paysWhatItOwesOnceItIsStartedWithANewToken() throws Exception {
        oweSomething();
        takeTokenAway();
        saysElsewhere("!finish");
        assertThat(bot.discord().rest().log())
                .noneMatch(request -> request.body().contains("at last"));

        bot.restartsWith(NEW_TOKEN);

        assertThat(bot.said().getString("content")).isEqualTo("at last");
    }

    @Test
    void owesAlsoWhatDiscordRefusesBeforeItEndsTheSession() throws Exception {
        oweSomething();
        bot.discord().rest().changeToken(NEW_TOKEN);
        saysElsewhere("!finish");
        bot.discord().next("POST", "channels/" + Payloads.LOBBY + "/messages");

        bot.restartsWith(NEW_TOKEN);

        assertThat(bot.said().getString("content")).isEqualTo("at last");
    }

    @Test
    void servesOtherPlatformsMeanwhile() throws Exception {
        takeTokenAway();
        assertThat(saysElsewhere("!ping")).isEqualTo("pong");
    }

    /** What is admitted later on the same thread is answered, so this is admitted too. */
    private void oweSomething() throws Exception {
        bot.discord().says(Payloads.ANN, "!late");
        bot.discord().says(Payloads.ANN, "!mine");
        assertThat(bot.whispered().getString("content")).isEqualTo("psst");
    }

    private void takeTokenAway() throws Exception {
        bot.discord().rest().changeToken(NEW_TOKEN);
        bot.discord().gateway().close(4004);
        var connector = bot.part(ConnectorRegister.class).find("discord").orElseThrow();
        assertThat(HomeBot.comesTrue(
                        () -> connector.health().trouble().orElse("").contains("refused the bot's token")))
                .isTrue();
    }

    private String saysElsewhere(String line) throws Exception {
        var message = other.message(FakeConnector.named("ann"), "lobby", line, List.of(), Instant.EPOCH);
        bot.part(EventBroker.class)
                .publish(new MessageReceived(message))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        return new PlainText(Style.PLAIN).of(other.sent().getLast().content().text());
    }
}
