package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.MessageReceived;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SendingTest {
    private static final ChannelId LOBBY = new ChannelId("console", "lobby");

    @TempDir
    Path home;

    @Test
    void printsUtf8Always() throws Exception {
        var piped = new Piped(home, "grüß 🔔\n");
        piped.broker.replies(
                piped.console, received -> Content.of(received.message().text()));

        assertThat(piped.run().printed()).isEqualTo("grüß 🔔\n");
    }

    @Test
    void showsCardsAsLines() throws Exception {
        var piped = new Piped(home, "!status\n");
        piped.broker.replies(piped.console, _ -> Content.of(Card.of("Status").field("plugins", 3)));

        assertThat(piped.run().printed()).isEqualTo("Status\nplugins: 3\n");
    }

    @Test
    void marksWhispers() throws Exception {
        var piped = new Piped(home, "hi\n");
        piped.broker.answers(event -> {
            var cause = ((MessageReceived) event).message().id();
            piped.console.whisper(new UserId("console", "ann"), cause, Content.of("Not you."));
            piped.console.whisper(
                    new UserId("console", "ann"), cause, Content.of(Text.empty().fence("", "42")));
            return CompletableFuture.completedStage(null);
        });

        assertThat(piped.run().printed()).isEqualTo("(whisper to ann) Not you.\n(whisper to ann)\n42\n");
    }

    @Test
    void printsAnEditAsAMessageAndDeclaresNoEdits() throws Exception {
        var piped = new Piped(home, "");
        var sent = piped.console
                .say(LOBBY, Content.of("1 of 2"))
                .toCompletableFuture()
                .join();
        var now = piped.console
                .edit(sent, Content.of("2 of 2"))
                .toCompletableFuture()
                .join();

        assertThat(piped.printed()).isEqualTo("1 of 2\n2 of 2\n");
        assertThat(now).isNotEqualTo(sent);
        assertThat(piped.console.capabilities()).containsOnly(Capability.UPLOADS, Capability.HISTORY);
    }

    @Test
    void keepsAnEditedWhisperAWhisper() throws Exception {
        var piped = new Piped(home, "hi\n").run();
        var cause = ((MessageReceived) piped.broker.next()).message().id();
        var ann = new UserId("console", "ann");
        var sent = piped.console
                .whisper(ann, cause, Content.of("a"))
                .toCompletableFuture()
                .join();
        piped.console.edit(sent, Content.of("b"));

        assertThat(piped.printed()).endsWith("(whisper to ann) b\n");
    }

    @Test
    void savesFilesUnderHarmlessNamesOfTheirOwn() throws Exception {
        var piped = new Piped(home, "");
        piped.console.upload(LOBBY, Attachment.of("../../etc/pass wd.txt", "one"));
        piped.console.upload(LOBBY, Attachment.of("pass_wd.txt", "two"));
        piped.console.upload(LOBBY, Attachment.of("..", "three"));

        var folder = home.toAbsolutePath().normalize().resolve("data", "files");
        assertThat(folder.resolve("pass_wd.txt")).hasContent("one");
        assertThat(folder.resolve("pass_wd-2.txt")).hasContent("two");
        assertThat(folder.resolve("_.")).hasContent("three");
        assertThat(piped.printed()).startsWith("(file " + folder.resolve("pass_wd.txt") + ")\n");
    }

    @Test
    void makesNoFolderBeforeThereIsAFile() throws Exception {
        new Piped(home, "!ping\n").run();

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void failsClearlyWhenNobodyReadsTheOutput() throws Exception {
        var broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var options = new ConsoleOptions(false, InputStream.nullInputStream(), broken, broken, home, home);
        var console = ConsoleConnector.open(options, Piped.COMMANDS, Piped.offers(), Piped.CLOCK, () -> {});

        assertThat(console.say(LOBBY, Content.of("pong")).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .withMessage("Broken pipe");
    }

    @Test
    void printsEachMessageWholeWhenManySpeakAtOnce() throws Exception {
        var piped = new Piped(home, "");
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 200; i++) {
                var message = Content.of(Text.of("a" + i).line().add("b" + i));
                pool.execute(() -> piped.console.say(LOBBY, message));
            }
        }

        var lines = piped.printed().lines().toList();
        assertThat(lines).hasSize(400);
        for (int i = 0; i < 400; i += 2) {
            assertThat(lines.get(i + 1)).isEqualTo(lines.get(i).replace('a', 'b'));
        }
    }
}
