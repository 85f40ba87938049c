package io.bellhop.plugins.code;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.code.engine.piston.FirstLooks;
import io.bellhop.plugins.code.engine.piston.LoopbackPiston;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs with files beside them, and what the history has of these. */
class FilesBotTest {
    private static final String RUN = "!run python\n```\nx\n```\n```data.csv\n1,2\n```";

    @AutoClose
    private final LoopbackPiston server = new LoopbackPiston("near").has("python", "3.12.0");

    @AutoClose
    private final TestBot bot =
            TestBot.with().configuration("""
                    plugins:
                      code:
                        engines: [piston]
                        history-size: 4
                        piston: { margin: 30s, servers: { near: { url: "%s" } } }
                    """.formatted(server.url())).load();

    @BeforeEach
    void lookAtIt() throws InterruptedException {
        FirstLooks.await();
    }

    @Test
    void givesAProgramThatIsRunAgainTheFilesThatItHad() {
        bot.as("ann").attaching(Attachment.of("a.bin", new byte[] {-1, 0})).says(RUN);

        bot.as("ann").says("!rerun").repliesWith("near ran x").repliesWith("same output as run 1");

        assertThat(server.jobs()).hasSize(2);
        assertThat(server.jobs().getFirst().get("files")).hasSize(3);
        assertThat(server.jobs().getLast()).isEqualTo(server.jobs().getFirst());
    }

    @Test
    void namesTheFilesThatWereTooBigToBeKept() {
        bot.as("ann").attaching(Attachment.of("big.csv", "x".repeat(1000))).says(RUN);

        bot.as("ann")
                .says("!rerun")
                .isRefused("history.not-kept")
                .repliesWith("Run 1 had files beside it that were too big to be kept: big.csv."
                        + " Send it again, with the command run.");
        assertThat(server.jobs()).hasSize(1);
    }

    @Test
    void hasThemInTheReceipt() {
        bot.as("ann").says(RUN);

        bot.as("ann").says("!history show").repliesWith("files beside it: 1").repliesWith("SHA-256 of the files: ");
    }

    @Test
    void tellsPeopleWhatFilesItKeepsAndForgetsThem() {
        bot.as("ann").says(RUN);

        bot.as("ann").says("!export me").uploads("bellhop-export.json");
        assertThat(exported()).contains("\"data.csv\"").contains("\"MSwyCg==\"");

        bot.as("ann").says("!forget me -yes");
        bot.as("ann").says("!rerun").isRefused("history.unknown");
    }

    private String exported() {
        return bot.sent().stream()
                .flatMap(sent -> sent.content().attachments().stream())
                .map(FilesBotTest::text)
                .collect(joining());
    }

    private static String text(Attachment file) {
        try (var content = file.open()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
