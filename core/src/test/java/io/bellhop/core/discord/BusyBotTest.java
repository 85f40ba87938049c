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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Interactions while every thread of every pool is blocked, the journal stands still and Discord answers no message.
 * That they are acknowledged at all then shows that nothing of it is waited for; how quickly is in the benchmarks.
 */
@Timeout(120)
class BusyBotTest {
    private static final int THREADS = 16;
    private static final int REQUESTS = 4;
    /** Where the bot writes to one of these users alone. */
    private static final String DIRECT = "channels/5";

    private static final String BLOCKING = """
            @ChatPlugin public final class Main {
              @Command(name = "block", help = "Blocks.", deadline = "10m", repeatable = true)
              void block(int number, Invocation asking) throws Exception {
                asking.reply(Content.of("blocked")).toCompletableFuture().join();
                new CountDownLatch(1).await();
              }
            }""";

    private static final String FLOODING = """
            @ChatPlugin public final class Main {
              private final Connectors connectors;

              @Inject Main(Connectors connectors) { this.connectors = connectors; }

              @Command(name = "flood", help = "Whispers to many.")
              void flood(String people) {
                for (var user : people.split(",")) {
                  connectors.find("discord").orElseThrow().whisper(new UserId("discord", user), null, Content.of("x"));
                }
              }
            }""";

    @TempDir
    private Path home;

    private final CompletableFuture<Integer> writes = new CompletableFuture<>();
    private final CompletableFuture<Void> answers = new CompletableFuture<>();
    private RestartedBot bot;
    private DataObject button;
    private DataObject form;

    @BeforeEach
    void start() throws Exception {
        bot = new RestartedBot(home);
        bot.load("trials", CallTrials.SOURCE);
        bot.load("blocking", BLOCKING);
        bot.load("flooding", FLOODING);
        bot.discord().says(Payloads.ANN, "!offer");
        button = bot.said();
        bot.discord().says(Payloads.ANN, "!run js");
        form = bot.said();
        block();
    }

    /** Takes all threads of the pools, each by another user, the ledger's own, and those that send. */
    private void block() throws Exception {
        for (int i = 0; i < THREADS; i++) {
            bot.discord().says(person(i), "!block " + i);
            assertThat(bot.said().getString("content")).isEqualTo("blocked");
        }
        flood();
        var stalled = new CountDownLatch(1);
        bot.part(Ledger.class).write(writer -> {
            stalled.countDown();
            return writes.join();
        });
        stalled.await();
    }

    /** Each direct conversation has its own limit, so that one request of each is under way. */
    private void flood() throws Exception {
        bot.discord().rest().answerLater("POST", DIRECT, answers);
        var people =
                IntStream.range(0, 2 * REQUESTS).mapToObj(BusyBotTest::person).collect(Collectors.joining(","));
        bot.discord().says(Payloads.ANN, "!flood " + people);
        for (int i = 0; i < REQUESTS; i++) {
            bot.discord().next("POST", DIRECT);
        }
    }

    private static String person(int number) {
        return Long.toString(500_000_000_000_000_000L + number);
    }

    @AfterEach
    void stop() throws Exception {
        answers.complete(null);
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
