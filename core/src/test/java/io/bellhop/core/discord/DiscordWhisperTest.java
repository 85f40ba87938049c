package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import org.junit.jupiter.api.Test;

/** What the connector tells one person alone, and whom it tells where that can't be. */
class DiscordWhisperTest extends ConnectedTest {
    @Test
    void whispersDirectly() throws Exception {
        var message = heard();

        var receipt = now(connector.whisper(ANN, message, Content.of("secret")));

        assertThat(receipt.message().channel().id()).isEqualTo(Payloads.DIRECT);
        assertThat(discord.next("POST", "channels/" + Payloads.DIRECT).json().getString("content"))
                .isEqualTo("secret");
    }

    @Test
    void tellsTheChannelThatAWhisperIsUndeliverableAndNotItsContent() throws Exception {
        var message = heard();
        refuseWhispers(LoopbackRest.Answer.error(403, 50_007, "Cannot send"));

        assertFails(connector.whisper(ANN, message, Content.of("secret")), "discord.undeliverable");

        assertThat(discord.next("POST", MESSAGES).json().getString("content"))
                .contains("could not write to you")
                .doesNotContain("secret");
    }

    @Test
    void tellsTheChannelThatAWhisperIsUndeliverableWhereNoServerIsShared() throws Exception {
        var message = heard();
        refuseWhispers(LoopbackRest.Answer.error(403, 50_278, "Cannot send messages to this user: no mutual guilds"));

        assertFails(connector.whisper(ANN, message, Content.of("secret")), "discord.undeliverable");

        assertThat(discord.next("POST", MESSAGES).json().getString("content")).contains("could not write to you");
    }

    @Test
    void tellsTheChannelThatDiscordRefusedAWhisperWhateverTheReason() throws Exception {
        var message = heard();
        refuseWhispers(LoopbackRest.Answer.error(400, 987_654, "No code that anybody knows"));

        assertFails(connector.whisper(ANN, message, Content.of("secret")), "discord.refused");

        assertThat(discord.next("POST", MESSAGES).json().getString("content"))
                .isEqualTo("I could not write to them directly. Discord refused that (its code 987654).");
    }

    @Test
    void tellsNobodyOfAWhisperThatDiscordMayTakeLater() throws Exception {
        var message = heard();
        discord.rest()
                .answerAlways(
                        "POST", "channels/" + Payloads.DIRECT, LoopbackRest.Answer.error(500, 0, "Internal error"));

        assertFails(connector.whisper(ANN, message, Content.of("secret")), "discord.unreachable");

        assertThat(discord.rest().log()).noneMatch(request -> request.is("POST", MESSAGES));
    }

    private void refuseWhispers(LoopbackRest.Answer refusal) {
        discord.rest().answerOnce("POST", "channels/" + Payloads.DIRECT, refusal);
    }

    @Test
    void answersByDirectMessageWhatWasPressedWhereOneAloneSeesItAlsoAfterARestart() throws Exception {
        now(connector.reply(heard(), Content.of("more?").with(Choice.of("More", "more"))));
        discord.interactions().pressesHidden(Payloads.ANN, key());
        var pressed = broker.next(ChoicePicked.class).message();
        stop();
        start();

        now(connector.reply(pressed, Content.of("secret")));

        assertThat(discord.next("POST", "channels/").path()).contains(Payloads.DIRECT);
    }
}
