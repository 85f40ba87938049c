package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.discord.content.Outgoing;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** What the bot does where it may not do everything, and in threads and forums. */
class DiscordPlacesTest extends ConnectedTest {
    private static final ChannelId ASLEEP = new ChannelId("discord", Payloads.ASLEEP);

    @Test
    void namesThePermissionThatItLacksAndDoesNotAskInVain() throws Exception {
        lacks(Permission.MESSAGE_SEND);

        assertThat(failure(connector.say(LOBBY, Content.of("x")))).contains("Send Messages");
        assertThat(discord.rest().log()).noneMatch(request -> request.is("POST", MESSAGES));
    }

    @Test
    void showsCardsAsLinesWhereItMayNotEmbed() throws Exception {
        lacks(Permission.MESSAGE_EMBED_LINKS);

        now(connector.say(LOBBY, Content.of(Card.of("War").field("players", 2))));

        var sent = discord.next("POST", MESSAGES).json();
        assertThat(sent.getString("content")).isEqualTo("**War**\n**players**: 2");
        assertThat(sent.optArray("embeds").map(embeds -> embeds.length()).orElse(0))
                .isZero();
    }

    @Test
    void showsCardsAsLinesInAnswerToACallThatIsTooOldWhereItMayNotEmbed() throws Exception {
        lacks(Permission.MESSAGE_EMBED_LINKS);

        now(connector.reply(new MessageId(LOBBY, "call-1-" + Payloads.ANN), Content.of(Card.of("War"))));

        assertThat(discord.next("POST", MESSAGES).json().getString("content")).isEqualTo("**War**");
    }

    @Test
    void namesFilesThatItMayNotAttach() throws Exception {
        lacks(Permission.MESSAGE_ATTACH_FILES);

        now(connector.say(LOBBY, Content.of("here").with(Attachment.of("a.txt", "forty-two"))));

        assertThat(discord.next("POST", MESSAGES).json().getString("content"))
                .startsWith("here\n(`a.txt`, 9 bytes, is not here: ")
                .contains("Attach Files");
    }

    @Test
    void cutsWhatIsTooLongWhereItMayNotAttachFiles() throws Exception {
        lacks(Permission.MESSAGE_ATTACH_FILES);

        var receipt = now(connector.say(LOBBY, Content.of("word ".repeat(4000))));

        assertThat(receipt.messages()).hasSize(Outgoing.MOST_PARTS + 1);
    }

    @Test
    void answersWithoutPointingAtTheMessageWhereItMayNotReadTheHistory() throws Exception {
        lacks(Permission.MESSAGE_HISTORY);
        var message = heard();

        now(connector.reply(message, Content.of("pong")));

        assertThat(discord.next("POST", MESSAGES).json().hasKey("message_reference"))
                .isFalse();
    }

    @Test
    void namesAFileThatIsTooLarge() throws Exception {
        now(connector.say(LOBBY, Content.of(attachment("big.bin", 11L << 20, 0))));

        assertThat(discord.next("POST", MESSAGES).json().getString("content"))
                .contains("big.bin")
                .contains("11.0 MiB")
                .contains("takes 10 MiB");
    }

    @Test
    void stopsAFileThatIsLargerThanItSays() throws Exception {
        assertThat(failure(connector.upload(LOBBY, attachment("lie.bin", 5, 11 << 20))))
                .contains("larger than it was said to be");
        jdaLog.forget();
    }

    @Test
    void sendsFilesUnderNamesThatShowWhatTheyAre() throws Exception {
        now(connector.upload(LOBBY, Attachment.of("../..\\gpj\u202eexe.txt", "x")));

        assertThat(discord.next("POST", MESSAGES).body())
                .contains("filename=\".._.._gpj")
                .doesNotContain("\u202e");
    }

    @Test
    void beginsAThreadAboutAMessageAndSpeaksThere() throws Exception {
        var message = heard();

        var thread = now(connector.thread(message, "t".repeat(120)));
        now(connector.say(thread, Content.of("here")));

        assertThat(thread.id()).isEqualTo(message.id());
        assertThat(discord.next("POST", "/threads").json().getString("name")).hasSize(100);
        discord.next("POST", "channels/" + message.id() + "/messages");
    }

    @Test
    void cutsTheNameOfAThreadBetweenCharacters() throws Exception {
        now(connector.thread(heard(), "t" + "\ud83d\udc4d".repeat(60)));

        assertThat(discord.next("POST", "/threads").json().getString("name"))
                .isEqualTo("t" + "\ud83d\udc4d".repeat(49));
    }

    @Test
    void findsTheThreadThatAMessageHasAlready() throws Exception {
        var message = heard();
        discord.rest()
                .answerOnce(
                        "POST",
                        "/threads",
                        LoopbackRest.Answer.error(400, 160_004, "A thread has already been created"));

        assertThat(now(connector.thread(message, "again")).id()).isEqualTo(message.id());
    }

    @Test
    void beginsAThreadWithItsFirstMessage() throws Exception {
        var receipt = now(connector.thread(LOBBY, "war", Content.of(Text.of("@everyone begins"))));

        assertThat(discord.next("POST", MESSAGES.replace("messages", "threads"))
                        .json()
                        .getString("name"))
                .isEqualTo("war");
        var thread = receipt.message().channel().id();
        assertThat(discord.next("POST", "channels/" + thread + "/messages")
                        .json()
                        .getString("content"))
                .isEqualTo("\\@everyone begins");
    }

    @Test
    void postsInAForum() throws Exception {
        discord.gateway().emit("CHANNEL_CREATE", Payloads.forum());
        heard();

        var receipt = now(
                connector.thread(new ChannelId("discord", Payloads.FORUM), "how to", Content.of("word ".repeat(700))));

        var post =
                discord.next("POST", "channels/" + Payloads.FORUM + "/threads").json();
        assertThat(post.getString("name")).isEqualTo("how to");
        assertThat(post.getObject("message")
                        .getObject("allowed_mentions")
                        .getArray("parse")
                        .length())
                .isZero();
        assertThat(receipt.messages()).hasSize(2);
    }

    @Test
    void showsCardsAsLinesInAForumWhereItMayNotEmbed() throws Exception {
        var denied = Payloads.lobbyWithout(Permission.MESSAGE_EMBED_LINKS.getRawValue());
        discord.gateway()
                .emit(
                        "CHANNEL_CREATE",
                        Payloads.forum().put("permission_overwrites", denied.getArray("permission_overwrites")));
        heard();

        now(connector.thread(new ChannelId("discord", Payloads.FORUM), "war", Content.of(Card.of("War"))));

        var post =
                discord.next("POST", "channels/" + Payloads.FORUM + "/threads").json();
        assertThat(post.getObject("message").getString("content")).isEqualTo("**War**");
    }

    @Test
    void goesOnInADirectConversationWhereThereAreNoThreads() throws Exception {
        discord.whispers(Payloads.ANN, "hello");
        var message = broker.next(MessageReceived.class).message();

        assertThat(now(connector.thread(message.id(), "x")))
                .isEqualTo(message.channel().id());
        now(connector.thread(message.channel().id(), "x", Content.of("y")));
        discord.next("POST", "channels/" + Payloads.DIRECT + "/messages");
    }

    @Test
    void speaksInAThreadThatHasGoneToSleep() throws Exception {
        now(connector.say(ASLEEP, Content.of("wake up")));

        discord.next("POST", "channels/" + Payloads.ASLEEP + "/messages");
        assertThat(now(connector.channel(Payloads.ASLEEP)).orElseThrow().name()).isEqualTo("asleep");
    }

    @Test
    void saysWhatToDoAboutAThreadThatIsLocked() {
        discord.rest().answerOnce("POST", Payloads.ASLEEP, LoopbackRest.Answer.error(403, 160_005, "Thread is locked"));
        assertThat(failure(connector.say(ASLEEP, Content.of("x")))).contains("Manage Threads");
    }

    @Test
    void asksNothingOfDiscordInAThreadThatIsKnownToBeLocked() throws Exception {
        lacks(Permission.MANAGE_THREADS);
        var thread = Payloads.thread(Payloads.ASLEEP, "asleep");
        thread.getObject("thread_metadata").put("locked", true);
        discord.rest().answerOnce("GET", "channels/" + Payloads.ASLEEP, LoopbackRest.Answer.json(thread));

        assertThat(failure(connector.say(ASLEEP, Content.of("x")))).contains("This thread is locked.");
        assertThat(discord.rest().log()).noneMatch(request -> request.is("POST", Payloads.ASLEEP));
    }

    @Test
    void namesThePermissionToSpeakInThreads() throws Exception {
        lacks(Permission.MESSAGE_SEND_IN_THREADS);
        assertThat(failure(connector.say(ASLEEP, Content.of("x")))).contains("Send Messages in Threads");
    }

    @Test
    void allowsNoMentionThatItDoesNotMeanOnAnyWayOut() throws Exception {
        discord.gateway().emit("CHANNEL_CREATE", Payloads.forum());
        var message = heard();
        var hostile = Content.of("@everyone @here <@&" + Payloads.MODS + "> <@" + Payloads.BEN + "> ");

        var said = now(connector.say(LOBBY, hostile));
        now(connector.reply(message, hostile));
        now(connector.whisper(ANN, message, hostile));
        now(connector.edit(said, hostile));
        now(connector.edit(said, Content.of(Card.of("@everyone").text(Text.of("@here")))));
        now(connector.say(LOBBY, hostile.with(Attachment.of("@everyone.txt", "x"))));
        now(connector.thread(LOBBY, "@everyone", hostile));
        now(connector.thread(new ChannelId("discord", Payloads.FORUM), "@everyone", hostile));

        var sent = discord.rest().log().stream()
                .filter(request -> request.body().contains("allowed_mentions")
                        || request.path().contains("/messages"))
                .map(LoopbackRest.Request::json)
                .map(json -> json.hasKey("message") ? json.getObject("message") : json)
                .filter(json -> !json.hasKey("name"))
                .toList();
        assertThat(sent)
                .hasSize(8)
                .allSatisfy(json -> assertThat(mentions(json)).isEqualTo("[]false"));
    }

    /** Takes a permission away in the lobby, and waits until the bot knows. */
    private void lacks(Permission permission) throws InterruptedException {
        discord.gateway().emit("CHANNEL_UPDATE", Payloads.lobbyWithout(permission.getRawValue()));
        heard();
    }

    private static Attachment attachment(String name, long declared, int actual) {
        return new Attachment() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return declared;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[actual]);
            }
        };
    }

    private static String failure(CompletionStage<Receipt> answer) {
        var failure = new StringBuilder();
        assertThatThrownBy(() -> now(answer)).cause().satisfies(cause -> failure.append(cause.getMessage()));
        return failure.toString();
    }
}
