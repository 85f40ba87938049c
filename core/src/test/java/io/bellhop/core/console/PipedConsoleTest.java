package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.MessageReceived;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
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
    void waitsForBlocksThatAreOnTheirWay() throws Exception {
        try (var script = new PipedOutputStream();
                var input = new PipedInputStream(script)) {
            var piped = new Piped(home, input, 20_000).start();
            write(script, "!run js\n");
            write(script, "```\n1\n```\n");
            write(script, "```\n2\n```\n");
            write(script, "!ping\n");

            assertThat(((MessageReceived) piped.broker.next()).message().text())
                    .isEqualTo("!run js\n```\n1\n```\n```\n2\n```");
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

        assertThat(console.addressed("@bellhop help", LOBBY)).contains("help");
        assertThat(console.addressed("Bellhop: help run", LOBBY)).contains("help run");
        assertThat(console.addressed("@bellhop", LOBBY)).contains("");
        assertThat(console.addressed("bellhop help", LOBBY)).isEmpty();
        assertThat(console.addressed("@bellhopper help", LOBBY)).isEmpty();
        assertThat(console.addressed("hello @bellhop", LOBBY)).isEmpty();
    }

    private static void write(OutputStream script, String lines) throws IOException {
        script.write(lines.getBytes(StandardCharsets.UTF_8));
        script.flush();
    }
}
