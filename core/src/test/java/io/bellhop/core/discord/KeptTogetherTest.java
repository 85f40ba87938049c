package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is too long for one message stands together in its channel. */
class KeptTogetherTest extends ConnectedTest {
    private static final ChannelId DIRECT = new ChannelId("discord", Payloads.DIRECT);
    private static final String PART = "part";

    @Test
    void whatIsSaidLaterStandsBelow() throws Exception {
        var first = connector.say(LOBBY, lengthy());
        var second = connector.say(LOBBY, Content.of("short"));
        var third = connector.say(LOBBY, Content.of("too"));
        var fourth = connector.say(LOBBY, lengthy());
        for (var sent : List.of(first, second, third, fourth)) {
            now(sent);
        }
        assertThat(said(MESSAGES)).containsExactly(PART, PART, PART, "short", "too", PART, PART, PART);
    }

    @Test
    void answersAndEditsDoNotComeBetweenEither() throws Exception {
        var message = heard();
        var old = now(connector.say(LOBBY, Content.of("wait")));
        var longer = connector.edit(old, lengthy());
        var answer = connector.reply(message, Content.of("short"));
        now(longer);
        now(answer);
        assertThat(said(MESSAGES)).containsExactly("wait", PART, PART, "short");
    }

    @Test
    void whispersStandTogetherToo() throws Exception {
        now(connector.whisper(ANN, null, Content.of("first")));
        var one = connector.say(DIRECT, lengthy());
        var two = connector.say(DIRECT, Content.of("short"));
        now(one);
        now(two);
        assertThat(said("channels/" + Payloads.DIRECT + "/messages"))
                .containsExactly("first", PART, PART, PART, "short");
    }

    @Test
    void whatFailsHoldsNothingUp() throws Exception {
        discord.rest().answerOnce("POST", MESSAGES, LoopbackRest.Answer.error(400, 50_035, "Invalid Form Body"));
        var refused = connector.say(LOBBY, lengthy());
        var after = connector.say(LOBBY, Content.of("short"));
        assertFails(refused, "discord.refused");
        now(after);
        assertThat(said(MESSAGES)).containsExactly(PART, "short");
    }

    @Test
    void otherChannelsDoNotWait() throws Exception {
        var until = new CompletableFuture<Void>();
        discord.rest().answerLater("POST", MESSAGES, until);
        var waiting = connector.say(LOBBY, lengthy());
        now(connector.whisper(ANN, null, Content.of("meanwhile")));
        assertThat(waiting.toCompletableFuture()).isNotDone();
        until.complete(null);
        now(waiting);
    }

    private static Content lengthy() {
        return Content.of("word ".repeat(900));
    }

    private List<String> said(String path) {
        return discord.rest().log().stream()
                .filter(request -> request.is("POST", path))
                .map(request -> request.json().getString("content"))
                .map(content -> content.startsWith("word") ? PART : content)
                .toList();
    }
}
