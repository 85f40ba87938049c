package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Membership;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the connector hears and finds. */
class DiscordHearingTest extends ConnectedTest {
    private static final SpaceId HOTEL = new SpaceId("discord", Payloads.GUILD);

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
    void opensTheFilesThatPeopleSend() throws Exception {
        discord.sends(Payloads.ANN, "a.txt");

        var file = broker.next(MessageReceived.class).message().attachments().getFirst();

        assertThat(file.name()).isEqualTo("a.txt");
        try (var in = file.open()) {
            assertThat(in).hasContent(LoopbackRest.FILE);
        }
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
        discord.previews(Payloads.ANN, message.id(), "!pin");
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
    void resumesAfterTheConnectionDropsAndMissesNothing() throws Exception {
        assertThat(discord.gateway().handshakes().take()).isEqualTo("IDENTIFY");
        discord.gateway().drop();
        discord.says(Payloads.ANN, "while you were away");

        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("while you were away");
        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo("RESUME");
    }

    @Test
    void resumesWhenDiscordAsksForIt() throws Exception {
        assertThat(discord.gateway().handshakes().take()).isEqualTo("IDENTIFY");
        discord.gateway().sendAway();

        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo("RESUME");
        discord.says(Payloads.ANN, "back");
        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("back");
    }

    @Test
    void looksUsersUp() throws Exception {
        assertThat(now(connector.user("<@" + Payloads.ANN + ">")).orElseThrow().name())
                .isEqualTo("ann");
        assertThat(now(connector.user(Payloads.BEN))).isEmpty();
        assertThat(now(connector.user("ann"))).isEmpty();
        assertThat(now(connector.named("@Ann", HOTEL))).isEmpty();
        assertThat(now(connector.named("ann", HOTEL)).orElseThrow().id()).isEqualTo(ANN);
    }

    @Test
    void asksOneServerForANameAndNoneInADirectConversation() throws Exception {
        discord.says(Payloads.ANN, "hello");
        var here = broker.next(MessageReceived.class).channel();
        discord.whispers(Payloads.ANN, "psst");
        var alone = broker.next(MessageReceived.class).channel();

        assertThat(now(connector.user("ann", here)).orElseThrow().id()).isEqualTo(ANN);
        assertThat(now(connector.user("ann", alone))).isEmpty();
        assertThat(now(connector.user("<@" + Payloads.ANN + ">", alone))).isPresent();
        assertThat(discord.gateway().questions()).hasSize(1);
    }

    @Test
    void looksChannelsUp() throws Exception {
        for (var reference : List.of("<#" + Payloads.LOBBY + ">", Payloads.LOBBY)) {
            assertThat(now(connector.channel(reference)).orElseThrow().id()).isEqualTo(LOBBY);
        }
        for (var name : List.of("#lobby", "Lobby")) {
            assertThat(now(connector.channel(name))).isEmpty();
            assertThat(now(connector.channelNamed(name, HOTEL)).orElseThrow().id())
                    .isEqualTo(LOBBY);
        }
        assertThat(now(connector.channelNamed("cellar", HOTEL))).isEmpty();
    }

    @Test
    void readsHistoryNewestFirst() throws Exception {
        assertThat(now(connector.history(LOBBY, 2)))
                .extracting(message -> message.text())
                .containsExactly("second", "first");
    }

    @Test
    void knowsWhenItIsAddressed() {
        assertThat(connector.addressed("<@" + Payloads.BOT + ">, ping", LOBBY)).contains("ping");
        assertThat(connector.addressed(" <@!" + Payloads.BOT + "> run js\n```js\n1\n```", LOBBY))
                .contains("run js\n```js\n1\n```");
        assertThat(connector.addressed("<@" + Payloads.ANN + "> ping", LOBBY)).isEmpty();
        assertThat(connector.addressed("ping <@" + Payloads.BOT + ">", LOBBY)).isEmpty();
    }

    @Test
    void leavesNoThreadBehindAndAnswersThatItIsStopped() throws Exception {
        connector.stop();

        DiscordThreads.assertNone();
        assertFails(connector.say(LOBBY, Content.of("x")), "discord.stopped");
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

        assertThat(refusal()).contains("for the person who asked");
        assertThat(broker.isQuiet()).isTrue();

        now(connector.reply(
                message, Content.of("all?").with(Choice.of("Join", "join").forEveryone())));
        discord.presses(Payloads.BEN, key());
        assertThat(broker.next(ChoicePicked.class).choice().invocation()).isEqualTo("join");
    }

    @Test
    void givesTheIgnoredNoAcknowledgement() throws Exception {
        var message = heard();
        now(connector.reply(message, Content.of("again?").with(Choice.of("Re-run", "run js"))));
        var key = key();
        broker.ignore(ANN);
        discord.presses(Payloads.ANN, key);
        discord.presses(Payloads.ANN, "0123");
        discord.presses(Payloads.BEN, "0123");

        assertThat(refusal()).contains("no longer open"); // Ben's
        assertThat(discord.rest().log())
                .filteredOn(request -> request.is("POST", "interactions/"))
                .hasSize(1);
        assertThat(broker.isQuiet()).isTrue();
    }

    @Test
    void hearsTheRolesOfWhoeverWrites() throws Exception {
        discord.saysAs(Payloads.ANN, Payloads.MODS, "hello");

        var ann = broker.next(MessageReceived.class).message().author();
        var membership = ann.membership().orElseThrow();

        assertThat(membership.space()).isEqualTo(HOTEL);
        assertThat(membership.roles()).containsExactly(new Role(Payloads.MODS, "mods"));
        assertThat(membership.administrator()).isFalse();
    }

    @Test
    void knowsWhoMayManageTheServer() throws Exception {
        discord.saysAs(Payloads.ANN, Payloads.MANAGERS, "hello");
        discord.says(Payloads.OWNER, "hello");
        discord.whispers(Payloads.OWNER, "psst");

        assertThat(administrator()).contains(true);
        assertThat(administrator()).contains(true);
        assertThat(administrator()).isEmpty();
    }

    @Test
    void listsTheRolesOfAServer() throws Exception {
        assertThat(now(connector.roles(HOTEL)))
                .containsExactly(new Role(Payloads.MANAGERS, "managers"), new Role(Payloads.MODS, "mods"));
        assertThat(now(connector.roles(new SpaceId("discord", "nowhere")))).isEmpty();
    }

    private Optional<Boolean> administrator() throws InterruptedException {
        var author = broker.next(MessageReceived.class).message().author();
        return author.membership().map(Membership::administrator);
    }

    @Test
    void saysSoWhenAChoiceIsForgotten() throws Exception {
        discord.presses(Payloads.ANN, "0123");

        assertThat(refusal()).contains("no longer open");
    }

    @Test
    void takesAForgedButtonForAnOldOne() throws Exception {
        now(connector.reply(heard(), Content.of("again?").with(Choice.of("Re-run", "run js"))));
        var key = key();
        for (var forged : List.of(key.replace(".1", ".2"), "lobby.1", "f".repeat(32) + ".1", key + "' OR 1 = 1 --")) {
            discord.presses(Payloads.ANN, forged);
            assertThat(refusal()).contains("no longer open");
        }
        assertThat(broker.isQuiet()).isTrue();
    }

    @Test
    void saysSoWhenThePluginOfAChoiceIsAway() throws Exception {
        commands.add("code", "run");
        now(connector.reply(heard(), Content.of("again?").with(Choice.of("Re-run", "run js"))));
        commands.remove("code");
        discord.presses(Payloads.ANN, key());

        assertThat(refusal()).contains("The plugin code, which offered this, is not running.");
        assertThat(broker.isQuiet()).isTrue();
    }

    @Test
    void offersWhatFollowsAPickToWhoeverPicked() throws Exception {
        var first = Choice.of("More", "help 2").forEveryone();
        now(connector.reply(heard(), Content.of("page 1").with(first)));
        discord.presses(Payloads.BEN, key());
        var page = broker.next(ChoicePicked.class).message();
        now(connector.reply(page, Content.of("page 2").with(Choice.of("More", "help 3"))));
        var second = key();
        discord.presses(Payloads.ANN, second);
        assertThat(refusal()).contains("for the person who asked");
        discord.presses(Payloads.BEN, second);

        assertThat(broker.next(ChoicePicked.class).choice().invocation()).isEqualTo("help 3");
    }
}
