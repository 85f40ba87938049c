package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connector, with the real JDA, against a Discord on the loopback interface. */
class DiscordConnectorTest {
    private static final ChannelId LOBBY = new ChannelId("discord", Payloads.LOBBY);
    private static final UserId ANN = new UserId("discord", Payloads.ANN);
    private static final String MESSAGES = "channels/" + Payloads.LOBBY + "/messages";

    private final RecordingBroker broker = new RecordingBroker();
    private final JdaLog jdaLog = new JdaLog();
    private LoopbackDiscord discord;
    private DiscordConnector connector;

    @BeforeEach
    void start() throws Exception {
        discord = new LoopbackDiscord();
        connector = new DiscordConnector(discord.options(LoopbackRest.TOKEN));
        connector.start(broker);
    }

    @AfterEach
    void stop() throws Exception {
        connector.stop();
        discord.close();
        jdaLog.close();
        assertThat(jdaLog.complaints()).isEmpty();
    }

    @Test
    void publishesWhatPeopleWrite() throws Exception {
        var id = discord.says(Payloads.ANN, "!ping **now**");

        var message = broker.next(MessageReceived.class).message();

        assertThat(message.id()).isEqualTo(new MessageId(LOBBY, id));
        assertThat(message.text()).isEqualTo("!ping **now**");
        assertThat(message.author().id()).isEqualTo(ANN);
        assertThat(message.author().name()).isEqualTo("ann");
        assertThat(message.channel().name()).isEqualTo("lobby");
        assertThat(message.channel().space().orElseThrow().name()).isEqualTo("Grand Hotel");
    }

    @Test
    void doesNotHearItself() throws Exception {
        discord.says(Payloads.BOT, "pong");
        discord.says(Payloads.ANN, "hello");

        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("hello");
        assertThat(broker.isQuiet()).isTrue();
    }

    @Test
    void publishesDirectMessagesWithoutASpace() throws Exception {
        discord.whispers(Payloads.ANN, "psst");

        assertThat(broker.next(MessageReceived.class).channel().space()).isEmpty();
    }

    @Test
    void publishesAnEditOnceAndNoPreviews() throws Exception {
        var message = heard();
        discord.edits(Payloads.ANN, message.id(), "!pin", null);
        discord.edits(Payloads.ANN, message.id(), "!ping", "2026-11-01T00:00:00Z");
        discord.edits(Payloads.ANN, message.id(), "!ping", "2026-11-01T00:00:00Z");
        discord.says(Payloads.ANN, "done");

        assertThat(broker.next(MessageEdited.class).message().text()).isEqualTo("!ping");
        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("done");
    }

    @Test
    void publishesADeletionWithTheAuthor() throws Exception {
        var message = heard();
        discord.deletes(message.id());

        var deleted = broker.next(MessageDeleted.class);

        assertThat(deleted.message()).isEqualTo(message);
        assertThat(deleted.user().id()).isEqualTo(ANN);
    }

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
    void notifiesNobodyButWhoIsMentionedOnPurpose() throws Exception {
        now(connector.say(LOBBY, Content.of(Text.of("@everyone <@1> ").mention(ANN))));

        var sent = discord.next("POST", MESSAGES).json();
        assertThat(sent.getString("content")).isEqualTo("\\@everyone \\<@1> <@" + Payloads.ANN + ">");
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
                LOBBY, Content.of(Card.of("War *1*").field("players", 2).footer("soon"))));

        var embed = discord.next("POST", MESSAGES).json().getArray("embeds").getObject(0);
        assertThat(embed.getString("title")).isEqualTo("War \\*1\\*");
        assertThat(embed.getArray("fields").getObject(0).getString("value")).isEqualTo("2");
    }

    @Test
    void showsCardsBeyondDiscordsLimitsAsLines() throws Exception {
        now(connector.say(LOBBY, Content.of(Card.of("t".repeat(300)).field("players", 2))));

        assertThat(discord.next("POST", MESSAGES).json().getString("content"))
                .isEqualTo("**" + "t".repeat(300) + "**\n**players**: 2");
    }

    @Test
    void publishesAChoiceThatTheAskerPicks() throws Exception {
        var message = heard();
        now(connector.reply(message, Content.of("again?").with(Choice.of("Re-run", "run js"))));

        discord.presses(Payloads.ANN, key());

        var picked = broker.next(ChoicePicked.class);
        assertThat(picked.choice().invocation()).isEqualTo("run js");
        assertThat(picked.user().id()).isEqualTo(ANN);
        assertThat(discord.next("POST", "interactions/").json().getInt("type")).isEqualTo(6);
    }

    @Test
    void refusesAChoiceToOthersUnlessItIsForEveryone() throws Exception {
        var message = heard();
        now(connector.reply(message, Content.of("again?").with(Choice.of("Re-run", "run js"))));
        discord.presses(Payloads.BEN, key());

        var refusal = discord.next("POST", "interactions/").json().getObject("data");
        assertThat(refusal.getString("content")).contains("for the person who asked");
        assertThat(refusal.getInt("flags")).isEqualTo(64);
        assertThat(broker.isQuiet()).isTrue();

        now(connector.reply(
                message, Content.of("all?").with(Choice.of("Join", "join").forEveryone())));
        discord.presses(Payloads.BEN, key());
        assertThat(broker.next(ChoicePicked.class).choice().invocation()).isEqualTo("join");
    }

    @Test
    void saysSoWhenAChoiceIsForgotten() throws Exception {
        discord.presses(Payloads.ANN, "0123");

        assertThat(discord.next("POST", "interactions/")
                        .json()
                        .getObject("data")
                        .getString("content"))
                .contains("no longer open");
    }

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
        discord.rest()
                .answerOnce(
                        "POST", "channels/" + Payloads.DIRECT, LoopbackRest.Answer.error(403, 50_007, "Cannot send"));

        assertFails(connector.whisper(ANN, message, Content.of("secret")), "discord.undeliverable");

        assertThat(discord.next("POST", MESSAGES).json().getString("content"))
                .contains("could not write to you")
                .doesNotContain("secret");
    }

    @Test
    void saysWhatDiscordRefuses() {
        discord.rest().answerOnce("POST", MESSAGES, LoopbackRest.Answer.error(403, 50_013, "Missing Permissions"));

        assertFails(connector.say(LOBBY, Content.of("x")), "discord.forbidden");
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
    void resumesAfterTheConnectionDropsAndMissesNothing() throws Exception {
        assertThat(discord.gateway().handshakes().take()).isEqualTo("IDENTIFY");
        discord.gateway().drop();
        discord.says(Payloads.ANN, "while you were away");

        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("while you were away");
        assertThat(discord.gateway().handshakes()).contains("RESUME").doesNotContain("IDENTIFY");
    }

    @Test
    void looksUsersUp() throws Exception {
        assertThat(now(connector.user("<@" + Payloads.ANN + ">")).orElseThrow().name())
                .isEqualTo("ann");
        assertThat(now(connector.user(Payloads.BEN))).isEmpty();
        assertThat(now(connector.user("@Ann"))).isEmpty();
        assertThat(now(connector.user("ann")).orElseThrow().id()).isEqualTo(ANN);
    }

    @Test
    void looksChannelsUp() throws Exception {
        for (var reference : List.of("<#" + Payloads.LOBBY + ">", Payloads.LOBBY, "#lobby", "lobby")) {
            assertThat(now(connector.channel(reference)).orElseThrow().id()).isEqualTo(LOBBY);
        }
        assertThat(now(connector.channel("cellar"))).isEmpty();
    }

    @Test
    void readsHistoryNewestFirst() throws Exception {
        assertThat(now(connector.history(LOBBY, 2)))
                .extracting(message -> message.text())
                .containsExactly("second", "first");
    }

    @Test
    void knowsWhenItIsAddressed() {
        assertThat(connector.addressed("<@" + Payloads.BOT + ">, ping")).contains("ping");
        assertThat(connector.addressed(" <@!" + Payloads.BOT + "> run js\n```js\n1\n```"))
                .contains("run js\n```js\n1\n```");
        assertThat(connector.addressed("<@" + Payloads.ANN + "> ping")).isEmpty();
        assertThat(connector.addressed("ping <@" + Payloads.BOT + ">")).isEmpty();
    }

    @Test
    void leavesNoThreadBehindAndAnswersThatItIsStopped() {
        connector.stop();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("discord-") || name.startsWith("JDA"));
        assertFails(connector.say(LOBBY, Content.of("x")), "discord.stopped");
    }

    @Test
    void sendsWhatIsUnderWayBeforeItStops() throws Exception {
        var receipt = connector.say(LOBBY, Content.of("bye"));
        connector.stop();

        assertThat(receipt.toCompletableFuture()).isCompleted();
        discord.next("POST", MESSAGES);
    }

    private MessageId heard() throws InterruptedException {
        discord.says(Payloads.ANN, "!ping");
        return broker.next(MessageReceived.class).message().id();
    }

    private String key() throws InterruptedException {
        var row = discord.next("POST", MESSAGES).json().getArray("components").getObject(0);
        return row.getArray("components").getObject(0).getString("custom_id");
    }

    private static String mentions(DataObject sent) {
        var allowed = sent.getObject("allowed_mentions");
        return "" + allowed.getArray("parse")
                + allowed.optArray("users").map(Object::toString).orElse("") + allowed.getBoolean("replied_user");
    }

    private static <T> T now(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static void assertFails(CompletionStage<Receipt> answer, String code) {
        assertThatThrownBy(() -> now(answer))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(BellhopException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTOR);
                });
    }
}
