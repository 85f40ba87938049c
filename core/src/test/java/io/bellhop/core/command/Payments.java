package io.bellhop.core.command;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.testkit.FakeConnector;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Commands in the middle of which the bot goes down. */
final class Payments {
    final AtomicInteger paid = new AtomicInteger();

    private final FakeConnector connector;
    private final AtomicInteger crashes;
    private final Runnable crash;

    Payments(FakeConnector connector, AtomicInteger crashes, Runnable crash) {
        this.connector = connector;
        this.crashes = crashes;
        this.crash = crash;
    }

    @Command(name = "pay", help = "Pays.")
    String pay(String whom) {
        paid.incrementAndGet();
        return "paid " + whom;
    }

    @Command(name = "crash", help = "Pays, and the bot goes down.")
    String crash(String whom) {
        if (crashes.get() == 0) {
            crash.run();
        }
        return pay(whom);
    }

    @Command(name = "login", help = "Takes a secret, and the bot goes down.")
    void login(Secret password) {
        crash.run();
    }

    @Command(name = "whisper", help = "Goes down in private.", visibility = Visibility.WHISPER)
    void whisper() {
        crash.run();
    }

    @Command(name = "rates", help = "Changes nothing.", repeatable = true)
    String rates() {
        crash.run();
        return "none";
    }

    @Command(name = "steps", help = "Says one thing after the other.")
    Text steps(Invocation invocation) {
        invocation.reply(Text.of("half")).toCompletableFuture().join();
        crash.run();
        return Text.of("whole");
    }

    @Command(name = "progress", help = "Says how far it is.")
    Text progress(Invocation invocation) {
        invocation.progress(Text.of("1 of 2"));
        connector.away(true);
        return Text.of("whole");
    }

    @Command(name = "rich", help = "Says it with all there is.")
    Content rich() {
        return Content.of(Card.of("title")
                        .field("a", 1)
                        .image(URI.create("https://example.org/a.png"))
                        .footer("foot"))
                .with(Text.of("see ").bold("this").code("x").fence("js", "42").time(Instant.EPOCH))
                .with(Choice.of("More", "rates").forEveryone())
                .with(Attachment.of("small.txt", "hello"))
                .with(Attachment.of("large.bin", new byte[2 << 20]));
    }
}
