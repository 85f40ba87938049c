package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.core.discord.loopback.LoopbackRest.Request;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that can't be read when they are sent. */
class UnreadableFileTest extends ConnectedTest {
    private static final Content ANSWER = Content.of("the result is 42");

    @AfterEach
    void forgetThatJdaComplains() {
        jdaLog.forget();
    }

    @Test
    void theRestIsSentWithANote() throws Exception {
        now(connector.reply(heard(), ANSWER.with(failing("a.txt", new FileNotFoundException("gone")))));
        assertThat(said())
                .extracting(request -> request.json().getString("content"))
                .containsExactly("the result is 42\n(`a.txt` can't be read)");
    }

    @Test
    void otherFilesAreSent() throws Exception {
        now(connector.say(
                LOBBY,
                Content.of(failing("a.txt", new IllegalStateException("closed")))
                        .with(Attachment.of("b.txt", "forty-two"))
                        .with(failing("c.txt", new IOException("broken", null)))));
        assertThat(said()).hasSize(1);
        assertThat(said().getFirst().body())
                .contains("(`a.txt` can't be read)", "(`c.txt` can't be read)", "forty-two");
    }

    @Test
    void whatIsNothingElseFailsForGood() {
        assertFails(connector.upload(LOBBY, failing("a.txt", new IOException("broken"))), "discord.unreadable");
        assertThat(said()).isEmpty();
    }

    static Attachment failing(String name, Exception failure) {
        return new Attachment() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return 3;
            }

            @Override
            public InputStream open() throws IOException {
                if (failure instanceof IOException known) {
                    throw known;
                }
                throw new IllegalStateException(failure);
            }
        };
    }

    private List<Request> said() {
        return discord.rest().log().stream()
                .filter(request -> request.is("POST", MESSAGES))
                .toList();
    }
}
