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
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PipedConsoleTest {
    private static final ChannelId LOBBY = new ChannelId("console", "lobby");

    @TempDir
    Path home;

    @Test
    void hearsTheOwnerInTheLobby() throws Exception {
        var piped = new Piped(home, "!ping\n").run();

        var message = ((MessageReceived) piped.broker.events().getFirst()).message();
        assertThat(message.author().id()).isEqualTo(new UserId("console", "owner"));
        assertThat(message.author().bot()).isFalse();
        assertThat(message.channel().id()).isEqualTo(LOBBY);
        assertThat(message.channel().space()).isPresent();
        assertThat(message.time()).isEqualTo(Piped.CLOCK.instant());
    }

    @Test
    void printsNothingButTheReplies() throws Exception {
        var piped = new Piped(home, "!run js\n```js\nconsole.log(6*7)\n```\n!ping\n");
        piped.broker.replies(
                piped.console,
                received -> received.message().text().equals("!ping")
                        ? Content.of("pong")
                        : Content.of(Text.empty().fence("", "42\n").add("Exit code 1.")));

        assertThat(piped.run().printed()).isEqualTo("42\nExit code 1.\npong\n");
        assertThat(piped.noted()).isEmpty();
    }

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
    void takesTheNextLineOnceTheMessageIsAnswered() throws Exception {
        var piped = new Piped(home, "!slow\n!ping\n");
        var answered = new CompletableFuture<Void>();
        piped.broker.answers(_ -> answered);
        piped.start();
        piped.broker.next();

        assertThat(piped.broker.isQuiet()).isTrue();
        answered.complete(null);
        assertThat(((MessageReceived) piped.broker.next()).message().text()).isEqualTo("!ping");
    }

    @Test
    void takesAllLinesAtOnceInParallelAndWaitsForThemAtTheEnd() throws Exception {
        var piped = new Piped(home, "/parallel\n!slow\n!slow\n!slow\n");
        var answered = new CompletableFuture<Void>();
        piped.broker.answers(_ -> answered);
        piped.start();
        for (int i = 0; i < 3; i++) {
            piped.broker.next();
        }

        assertThat(piped.hasEnded()).isFalse();
        answered.complete(null);
        piped.awaitEnd();
    }

    @Test
    void answersALineWhileTheInputStaysOpen() throws Exception {
        try (var script = new PipedOutputStream();
                var input = new PipedInputStream(script)) {
            var piped = new Piped(home, input).start();
            write(script, "!ping\n");
            piped.broker.next();

            write(script, "!run js\n");
            assertThat(((MessageReceived) piped.broker.next()).message().text()).isEqualTo("!run js");
            assertThat(piped.hasEnded()).isFalse();
        }
    }

    @Test
    void waitsAMomentForABlockThatIsOnItsWay() throws Exception {
        try (var script = new PipedOutputStream();
                var input = new PipedInputStream(script)) {
            var piped = new Piped(home, input).start();
            write(script, "!run js\n");
            write(script, "```\n1\n```\n");

            assertThat(((MessageReceived) piped.broker.next()).message().text()).isEqualTo("!run js\n```\n1\n```");
        }
    }

    @Test
    void endsAtQuitWithoutHearingTheRest() throws Exception {
        assertThat(new Piped(home, "!ping\n/quit\n!lost\n").run().broker.texts())
                .containsExactly("!ping");
    }

    @Test
    void endsAtOnceWithoutInput() throws Exception {
        assertThat(new Piped(home, "").run().broker.events()).isEmpty();
    }

    @Test
    void doesNotCallItAnEndWhenStopped() throws Exception {
        try (var script = new PipedOutputStream();
                var input = new PipedInputStream(script)) {
            var piped = new Piped(home, input).start();
            write(script, "!ping\n");
            piped.broker.next();
            piped.console.stop();

            assertThat(piped.hasEnded()).isFalse();
        }
    }

    @Test
    void stopsWhileAnAnswerIsAwaitedAndStillPrintsIt() throws Exception {
        var piped = new Piped(home, "!slow\n!next\n");
        piped.broker.answers(_ -> new CompletableFuture<>());
        piped.start();
        var asked = (MessageReceived) piped.broker.next();
        piped.console.stop();
        piped.console.reply(asked.message().id(), Content.of("late"));

        assertThat(piped.printed()).isEqualTo("late\n");
        assertThat(piped.broker.texts()).containsExactly("!slow");
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
    void sendsAnAttachedFileWithTheNextMessageOnly() throws Exception {
        Files.writeString(home.resolve("a.txt"), "hello");
        var piped = new Piped(home, "/attach a.txt\n!read\n!read\n/attach missing.txt\n").run();

        var first = ((MessageReceived) piped.broker.next()).message().attachments();
        assertThat(first).singleElement().extracting(Attachment::name).isEqualTo("a.txt");
        assertThat(first.getFirst().open()).hasContent("hello");
        assertThat(((MessageReceived) piped.broker.next()).message().attachments())
                .isEmpty();
        assertThat(piped.noted()).isEqualTo("There is no file that can be read at missing.txt.\n");
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
        var console = ConsoleConnector.open(options, Piped.COMMANDS, Piped.CLOCK, () -> {});

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

    @Test
    void remembersWhatWasSaidNewestFirst() throws Exception {
        var piped = new Piped(home, "one\ntwo\n");
        piped.broker.replies(
                piped.console,
                received -> Content.of("re: " + received.message().text()));
        piped.run();

        assertThat(piped.console.history(LOBBY, 3).toCompletableFuture().join())
                .extracting(message -> message.author().name() + ": " + message.text())
                .containsExactly("bellhop: re: two", "owner: two", "bellhop: re: one");
    }

    @Test
    void remembersAHundredMessagesAtMost() throws Exception {
        var piped = new Piped(home, "x\n".repeat(500)).run();

        assertThat(piped.console.history(LOBBY, 1000).toCompletableFuture().join())
                .hasSize(100);
    }

    @Test
    void findsAnyUserAndTheChannelsThatSomeoneWentTo() throws Exception {
        var console = new Piped(home, "/in ops\n").run().console;

        assertThat(console.user("@Ann")
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .id())
                .isEqualTo(new UserId("console", "ann"));
        assertThat(console.user("console:ann").toCompletableFuture().join()).isPresent();
        assertThat(console.user("two words").toCompletableFuture().join()).isEmpty();
        assertThat(console.channel("#lobby").toCompletableFuture().join()).isPresent();
        assertThat(console.channel("ops").toCompletableFuture().join()).isPresent();
        assertThat(console.channel("nowhere").toCompletableFuture().join()).isEmpty();
    }

    @Test
    void knowsWhenTheBotIsAddressed() throws Exception {
        var console = new Piped(home, "").console;

        assertThat(console.addressed("@bellhop help")).contains("help");
        assertThat(console.addressed("Bellhop: help run")).contains("help run");
        assertThat(console.addressed("@bellhop")).contains("");
        assertThat(console.addressed("bellhop help")).isEmpty();
        assertThat(console.addressed("@bellhopper help")).isEmpty();
        assertThat(console.addressed("hello @bellhop")).isEmpty();
    }

    private static void write(OutputStream script, String lines) throws IOException {
        script.write(lines.getBytes(StandardCharsets.UTF_8));
        script.flush();
    }
}
