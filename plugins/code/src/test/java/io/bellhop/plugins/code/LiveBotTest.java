package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.FakeConnector.Verb;
import io.bellhop.core.testkit.TestBot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LiveBotTest {
    private static final String ENDLESS = "!run js\n```js\nprint('begun'); for (;;);\n```";

    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration("plugins: { code: { engines: [embedded], run-time: 100s, cpu-time: 100s } }")
            .load();

    @Test
    void showsWhatALongRunWritesAndRemembersThatItWasCancelled() {
        var run = begins();

        bot.as("bob").says("!cancel").isRefused("command.not-running");
        bot.as("ann").says("!cancel").repliesWith("Cancelled ");
        run.join();

        var last = edits().getLast();
        assertThat(last.content().text().toString()).contains("This was cancelled.");
        bot.as("ann").says("!run js\n```\nprint(1)\n```").repliesWith("1\njs, ");
        bot.as("ann").says("!history").repliesWith("1  js, cancelled, ").repliesWith("2  js, ok, ");
    }

    @Test
    void endsARunWithItsPlugin() {
        var run = begins();

        bot.unloadsCleanly();

        run.join();
    }

    /** Has Ann run something endless, and returns when she has been shown what it wrote. */
    private CompletableFuture<Void> begins() {
        var run = bot.as("ann").saysLater(ENDLESS).toCompletableFuture();
        while (bot.sent().stream().noneMatch(LiveBotTest::isLive)) {
            bot.advance(Duration.ofSeconds(2));
            LockSupport.parkNanos(20_000_000); // the program's own start takes real time
        }
        return run;
    }

    private List<Sent> edits() {
        return bot.sent().stream().filter(sent -> sent.verb() == Verb.EDIT).toList();
    }

    private static boolean isLive(Sent sent) {
        var text = sent.content().text().toString();
        return text.contains("begun") && text.contains("running for");
    }
}
