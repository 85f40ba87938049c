package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Text;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

/** What the connector sends. */
class DiscordSendingTest extends ConnectedTest {
    @Test
    void repliesWithReferenceAndNonce() throws Exception {
        var message = heard();

        var receipt = now(connector.reply(message, Content.of("pong")));

        var sent = discord.next("POST", MESSAGES).json();
        assertThat(sent.getString("content")).isEqualTo("pong");
        assertThat(sent.getObject("message_reference").getString("message_id")).isEqualTo(message.id());
        assertThat(sent.getString("nonce")).isNotBlank();
        assertThat(sent.getBoolean("enforce_nonce")).isTrue();
        assertThat(receipt.message().channel()).isEqualTo(LOBBY);
    }

    @Test
    void showsARepeatUnderTheSameKeyOnlyOnce() throws Exception {
        var message = heard();
        var content = Content.of("word ".repeat(900)).keyed("7k3f9mzt.0");

        var receipt = now(connector.reply(message, content));
        var again = now(connector.reply(message, content));

        assertThat(again).isEqualTo(receipt);
        assertThat(receipt.messages()).hasSize(3).doesNotHaveDuplicates();
        assertThat(discord.next("POST", MESSAGES).json().getString("nonce")).isEqualTo("7k3f9mzt.0.0");
        assertThat(discord.next("POST", MESSAGES).json().getString("nonce")).isEqualTo("7k3f9mzt.0.1");
        assertThat(connector.remembersKeys()).isPositive();
    }

    @Test
    void givesItsButtonsToTheAuthorOfAnOldMessage() throws Exception {
        var old = new MessageId(LOBBY, discord.says(Payloads.ANN, "!pay"));

        now(connector.reply(old, Content.of("interrupted").with(Choice.of("Run it again", "pay"))));

        var sent = discord.next("POST", MESSAGES).json();
        assertThat(sent.getString("content")).isEqualTo("interrupted");
        assertThat(sent.getArray("components").toList()).isNotEmpty();
    }

    @Test
    void givesTheButtonsOfAnOldAnswerToWhoeverItIsToldAsked() throws Exception {
        var old = now(connector.say(LOBBY, Content.of("wait")));
        connector.asked(old.message(), ANN);

        now(connector.edit(old, Content.of("interrupted").with(Choice.of("Run it again", "pay"))));

        var edited = discord.next("PATCH", MESSAGES + "/" + old.message().id()).json();
        discord.presses(Payloads.BEN, RestartedBot.button(edited, 0));
        assertThat(discord.next("POST", "webhooks/").json().getString("content"))
                .contains("for the person who asked");
    }

    @Test
    void saysWhatItsButtonsWouldDoWhereNobodyCanTellWhoAsked() throws Exception {
        var deleted = new MessageId(LOBBY, Payloads.snowflake());

        now(connector.reply(deleted, Content.of("interrupted").with(Choice.of("Run it again", "pay bob"))));

        var sent = discord.next("POST", MESSAGES).json();
        assertThat(sent.getString("content")).isEqualTo("interrupted\nRun it again: `pay bob`");
        assertThat(sent.optArray("components").map(DataArray::toList).orElse(List.of()))
                .isEmpty();
    }

    @Test
    void findsAnAnswerInTheChannelsHistory() throws Exception {
        var message = heard();
        var content = Content.of("word ".repeat(900) + "*stars*").keyed("7k3f9mzt.0");
        assertThat(now(connector.sent(message, content))).isEmpty();

        var receipt = now(connector.reply(message, content));

        assertThat(now(connector.sent(message, content))).contains(receipt);
        assertThat(now(connector.sent(heard(), content))).isEmpty();
        assertThat(now(connector.sent(message, Content.of("another")))).isEmpty();
    }

    @Test
    void canNotTellOfAnAnswerOfWhichOnlySomeIsThere() throws Exception {
        var message = heard();
        now(connector.reply(message, Content.of("word ".repeat(400).strip())));

        var longer = connector.sent(message, Content.of("word ".repeat(900)));

        assertThat(longer.toCompletableFuture()).failsWithin(Duration.ofSeconds(60));
    }

    @Test
    void notifiesNobodyButWhoIsMentionedOnPurpose() throws Exception {
        now(connector.say(LOBBY, Content.of(Text.of("@everyone <@1> ").mention(ANN))));

        var sent = discord.next("POST", MESSAGES).json();
        assertThat(sent.getString("content")).isEqualTo("\\@everyone \\<@1\\> <@" + Payloads.ANN + ">");
        assertThat(mentions(sent)).isEqualTo("[]" + "[\"" + Payloads.ANN + "\"]" + "false");
    }

    @Test
    void notifiesNobodyByAnEdit() throws Exception {
        var receipt = now(connector.say(LOBBY, Content.of("wait")));

        now(connector.edit(receipt, Content.of("@here it is")));

        var edited =
                discord.next("PATCH", MESSAGES + "/" + receipt.message().id()).json();
        assertThat(edited.getString("content")).isEqualTo("\\@here it is");
        assertThat(mentions(edited)).startsWith("[]").endsWith("false").doesNotContain("everyone");
    }

    @Test
    void editsAllPartsAndDeletesTheSurplus() throws Exception {
        var receipt = now(connector.say(LOBBY, Content.of("word ".repeat(900))));
        assertThat(receipt.messages()).hasSize(3);

        var edited = now(connector.edit(receipt, Content.of("short")));

        assertThat(edited.messages()).containsExactly(receipt.message());
        discord.next("PATCH", receipt.message().id());
        discord.next("DELETE", receipt.messages().get(1).id());
        discord.next("DELETE", receipt.messages().get(2).id());
    }

    @Test
    void uploadsFiles() throws Exception {
        now(connector.upload(LOBBY, Attachment.of("../out put.txt", "forty-two\n")));

        assertThat(discord.next("POST", MESSAGES).body())
                .contains("name=\"files[0]\"; filename=\".._out_put.txt\"")
                .contains("forty-two\n");
    }

    @Test
    void uploadsWhatIsTooLongAsAFile() throws Exception {
        var receipt = now(connector.say(LOBBY, Content.of(Text.empty().fence("", "*line*\n".repeat(2000)))));

        assertThat(receipt.messages()).hasSize(1);
        assertThat(discord.next("POST", MESSAGES).body())
                .contains("filename=\"message.txt\"")
                .contains("*line*\n*line*\n");
    }

    @Test
    void deletesAndCallsWhatIsGoneDeleted() throws Exception {
        var receipt = now(connector.say(LOBBY, Content.of("oops")));
        assertThat(now(connector.delete(receipt))).isTrue();

        discord.rest().answerOnce("DELETE", MESSAGES, LoopbackRest.Answer.error(404, 10_008, "Unknown Message"));
        assertThat(now(connector.delete(receipt))).isTrue();
    }

    @Test
    void reactsAndShowsTyping() throws Exception {
        var message = heard();

        assertThat(now(connector.react(message, "👍"))).isTrue();
        connector.typing(LOBBY);

        discord.next("PUT", "messages/" + message.id() + "/reactions/👍/@me");
        discord.next("POST", "channels/" + Payloads.LOBBY + "/typing");
    }

    @Test
    void showsCardsAsEmbeds() throws Exception {
        now(connector.say(
                LOBBY,
                Content.of(Card.of("War *1*").field("players", 2).image(URI.create("https://example.org/map.png")))));

        var embed = discord.next("POST", MESSAGES).json().getArray("embeds").getObject(0);
        assertThat(embed.getString("title")).isEqualTo("War \\*1\\*");
        assertThat(embed.getArray("fields").getObject(0).getString("value")).isEqualTo("2");
        assertThat(embed.getObject("image").getString("url")).isEqualTo("https://example.org/map.png");
        assertThat(embed.hasKey("footer")).isFalse();
    }

    @Test
    void showsCardsBeyondDiscordsLimitsAsLines() throws Exception {
        now(connector.say(LOBBY, Content.of(Card.of("t".repeat(300)).field("players", 2))));

        assertThat(discord.next("POST", MESSAGES).json().getString("content"))
                .isEqualTo("**" + "t".repeat(300) + "**\n**players**: 2");
    }

    @Test
    void saysWhatDiscordRefuses() {
        discord.rest().answerOnce("POST", MESSAGES, LoopbackRest.Answer.error(403, 50_013, "Missing Permissions"));

        assertFails(connector.say(LOBBY, Content.of("x")), "discord.forbidden");
        discord.rest()
                .answerOnce("POST", MESSAGES, LoopbackRest.Answer.error(400, 987_654, "No code that anybody knows"));
        assertFails(connector.say(LOBBY, Content.of("x")), "discord.refused");
        assertFails(connector.say(LOBBY, Content.of(Text.empty())), "discord.empty");
        assertFails(connector.say(new ChannelId("discord", "1"), Content.of("x")), "discord.gone");
    }

    @Test
    void waitsAsLongAsARateLimitSays() throws Exception {
        var headers = Map.of("Via", "1.1 google", "Retry-After", "1", "X-RateLimit-Bucket", "b");
        var body =
                DataObject.empty().put("retry_after", 1.0).put("global", false).put("message", "slow");
        discord.rest().answerOnce("POST", MESSAGES, new LoopbackRest.Answer(429, headers, body.toString()));

        now(connector.say(LOBBY, Content.of("pong")));

        var first = discord.next("POST", MESSAGES);
        var second = discord.next("POST", MESSAGES);
        assertThat(Duration.between(first.time(), second.time())).isGreaterThan(Duration.ofMillis(900));
        assertThat(second.json().getString("nonce")).isEqualTo(first.json().getString("nonce"));
    }

    @Test
    void triesAgainWhenDiscordIsOverloaded() throws Exception {
        discord.rest().answerOnce("POST", MESSAGES, LoopbackRest.Answer.error(503, 0, "upstream"));

        now(connector.say(LOBBY, Content.of("pong")));

        assertThat(discord.next("POST", MESSAGES).json().getString("nonce"))
                .isEqualTo(discord.next("POST", MESSAGES).json().getString("nonce"));
    }

    @Test
    void sendsWhatIsUnderWayBeforeItStops() throws Exception {
        var receipt = connector.say(LOBBY, Content.of("bye"));
        connector.stop();

        assertThat(receipt.toCompletableFuture()).isCompleted();
        discord.next("POST", MESSAGES);
    }

    @Test
    void findsADirectConversationThatBeganInAnEarlierSession() throws Exception {
        var direct = new ChannelId("discord", Payloads.DIRECT);
        var old = new MessageId(direct, Payloads.snowflake());

        now(connector.reply(old, Content.of("still here")));

        var sent = discord.next("POST", "channels/" + Payloads.DIRECT + "/messages");
        assertThat(sent.json().getString("content")).isEqualTo("still here");
        var found = now(connector.channel(Payloads.DIRECT)).orElseThrow();
        assertThat(found.id()).isEqualTo(direct);
        assertThat(found.name()).isEqualTo("ann");
        assertThat(found.space()).isEmpty();
        assertThat(discord.rest().log())
                .filteredOn(request -> request.is("GET", "channels/" + Payloads.DIRECT))
                .hasSize(1);
    }

    @Test
    void takesAChannelThatDiscordHidesForGone() {
        discord.rest()
                .answerOnce(
                        "GET", "channels/" + Payloads.DIRECT, LoopbackRest.Answer.error(403, 50_001, "Missing Access"));
        assertFails(connector.say(new ChannelId("discord", Payloads.DIRECT), Content.of("x")), "discord.gone");
    }
}
