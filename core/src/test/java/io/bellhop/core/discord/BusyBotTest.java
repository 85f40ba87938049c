package io.bellhop.core.discord;

import static io.bellhop.core.discord.loopback.LoopbackInteractions.option;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.storage.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Interactions while every thread of every pool is blocked and the journal stands still. That they are acknowledged at
 * all then shows that nothing of it is waited for; how quickly is in the benchmarks.
 */
@Timeout(60)
class BusyBotTest {
    private static final int THREADS = 16;
    private static final String BLOCKING = """
            @ChatPlugin public final class Main {
              @Command(name = "block", help = "Blocks.", deadline = "10m", repeatable = true)
              void block(int number, Invocation asking) throws Exception {
                asking.reply(Content.of("blocked")).toCompletableFuture().join();
                new CountDownLatch(1).await();
              }
            }""";

    @TempDir
    private Path home;

    private final CompletableFuture<Integer> writes = new CompletableFuture<>();
    private RestartedBot bot;
    private DataObject button;
    private DataObject form;

    @BeforeEach
    void start() throws Exception {
        bot = new RestartedBot(home);
        bot.load("trials", CallTrials.SOURCE);
        bot.load("blocking", BLOCKING);
        bot.discord().says(Payloads.ANN, "!offer");
        button = bot.said();
        bot.discord().says(Payloads.ANN, "!run js");
        form = bot.said();
        block();
    }

    /** Takes all threads of the pools, each by another user, and the ledger's own. */
    private void block() throws Exception {
        for (int i = 0; i < THREADS; i++) {
            bot.discord().says(person(i), "!block " + i);
            assertThat(bot.said().getString("content")).isEqualTo("blocked");
        }
        var stalled = new CountDownLatch(1);
        bot.part(Ledger.class).write(writer -> {
            stalled.countDown();
            return writes.join();
        });
        stalled.await();
    }

    private static String person(int number) {
        return Long.toString(500_000_000_000_000_000L + number);
    }

    @AfterEach
    void stop() throws Exception {
        writes.complete(0);
        bot.plugins().unload("blocking");
        bot.close();
    }

    @Test
    void areAllAcknowledged() throws Exception {
        var people = bot.discord().interactions();
        var begun = new ArrayList<LoopbackInteraction>();
        begun.add(people.calls(Payloads.ANN, "block", option("number", "1")));
        begun.add(people.calls(Payloads.ANN, "mine"));
        begun.add(people.calls(Payloads.ANN, "run"));
        begun.add(people.presses(Payloads.ANN, RestartedBot.button(button, 0)));
        begun.add(people.presses(Payloads.ANN, RestartedBot.button(form, 0)));
        begun.add(people.presses(Payloads.ANN, "f".repeat(32) + ".1"));
        begun.add(people.presses(Payloads.ANN, "f".repeat(32) + ".1.f"));
        begun.add(people.picksOnMessage(Payloads.ANN, "Run code", "```js\nx\n```"));
        begun.add(people.picksOnUser(Payloads.ANN, "Rank", Payloads.BEN));
        begun.add(people.types(Payloads.ANN, "echo", "words", "h"));
        begun.add(people.submits(Payloads.ANN, "f".repeat(32) + ".1", Map.of("code", "x")));

        List<LoopbackInteraction.Callback> acknowledged = new ArrayList<>();
        for (var interaction : begun) {
            acknowledged.add(interaction.acknowledged());
        }
        assertThat(acknowledged)
                .extracting(LoopbackInteraction.Callback::type)
                .containsExactly(5, 5, 9, 6, 9, 6, 4, 5, 4, 8, 5);
    }
}
