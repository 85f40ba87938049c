package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.discord.loopback.Payloads;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the gateway and should not: the link goes on, and the next message is heard. */
class DiscordBadInputTest extends ConnectedTest {
    @BeforeEach
    void awaitHandshake() throws Exception {
        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo("IDENTIFY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"op\":\"zero\"}",
                "{\"op\":0}",
                "{\"op\":0,\"t\":\"MESSAGE_CREATE\"}",
                "{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"d\":[]}",
                "{\"op\":99,\"d\":{}}",
                "{\"op\":0,\"t\":null,\"d\":{}}"
            })
    void hearsOnAfterAFrameThatIsNone(String frame) throws Exception {
        discord.gateway().shard(0).sendRaw(frame.getBytes(StandardCharsets.UTF_8));
        assertHearsOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "INTERACTION_CREATE", "GUILD_CREATE"})
    void hearsOnAfterAnEventThatLacksWhatItMustHave(String type) throws Exception {
        discord.gateway().shard(0).emit(type, DataObject.empty().put("id", "1"));
        assertHearsOn();
    }

    @ParameterizedTest
    @MethodSource
    void hearsOnAfterAMessageWhoseFieldsAreOfTheWrongKind(String field, Object value) throws Exception {
        var message = message("hello").put(field, value);
        discord.gateway().shard(0).emit("MESSAGE_CREATE", message);
        assertHearsOn();
    }

    static Stream<Arguments> hearsOnAfterAMessageWhoseFieldsAreOfTheWrongKind() {
        return Stream.of(
                Arguments.of("author", "ann"),
                Arguments.of("channel_id", "no number"),
                Arguments.of("id", "99999999999999999999999999"),
                Arguments.of("mentions", "all"),
                Arguments.of("type", 4_711),
                Arguments.of("attachments", DataArray.empty().add("x")));
    }

    @Test
    void hearsOnAfterAnEventThatNobodyKnows() throws Exception {
        discord.gateway().emit("SOMETHING_NEW", DataObject.empty().put("guild_id", Payloads.GUILD));
        assertHearsOn();
    }

    @Test
    void resumesAfterBytesThatCannotBeUnpacked() throws Exception {
        discord.gateway().shard(0).sendGarbage(new byte[] {1, 2, 3, 4, 0, 0, (byte) 0xff, (byte) 0xff});

        assertThat(discord.gateway().handshakes().poll(60, TimeUnit.SECONDS)).isEqualTo("RESUME");
        assertHearsOn();
    }

    @Test
    void hearsAMessageThatIsFarLongerThanDiscordAllows() throws Exception {
        discord.says(Payloads.ANN, "x".repeat(3 << 20));
        assertThat(broker.next(MessageReceived.class).message().text()).hasSize(3 << 20);
        assertHearsOn();
    }

    @Test
    void hearsNeitherBotsNorWebhooksNorDiscordItself() throws Exception {
        var bot = message("!ping");
        bot.getObject("author").put("bot", true);
        var system = message("!ping");
        system.getObject("author").put("system", true);
        Stream.of(
                        bot,
                        system,
                        message("!ping").put("webhook_id", "500000000000000001"),
                        message("!ping").put("type", 7))
                .forEach(message -> discord.gateway().emit("MESSAGE_CREATE", message));
        assertHearsOn();
    }

    private static DataObject message(String content) {
        var ann = Payloads.user(Payloads.ANN, Payloads.ANN_NAME);
        return Payloads.message(Payloads.snowflake(), Payloads.LOBBY, ann, content)
                .put("guild_id", Payloads.GUILD)
                .put("member", DataObject.empty().put("roles", DataArray.empty()));
    }

    /** JDA may complain of what it was sent, but what comes next is the next message. */
    private void assertHearsOn() throws Exception {
        discord.says(Payloads.ANN, "still there?");
        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("still there?");
        jdaLog.forget();
    }
}
