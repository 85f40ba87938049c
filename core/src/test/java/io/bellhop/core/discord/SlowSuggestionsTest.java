package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggestions that don't come, come too late, fail, or are not what Discord takes. */
class SlowSuggestionsTest {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final CompletableFuture<List<String>> suggested = new CompletableFuture<>();
    private final RecordingBroker broker = new RecordingBroker();
    private final VirtualTime time = new VirtualTime();
    private LoopbackDiscord discord;
    private DiscordConnector connector;

    @BeforeEach
    void start() throws Exception {
        discord = new LoopbackDiscord();
        var calls = new CallOptions(
                new AnyCommands(suggested), time.clock(), Duration.ofMinutes(15), PATIENCE, Duration.ofMillis(700));
        connector = new DiscordConnector(
                discord.options(LoopbackRest.TOKEN), Offers.inMemory(time, new KnownCommands()), calls);
        connector.start(broker);
    }

    @AfterEach
    void stop() throws Exception {
        connector.stop();
        discord.close();
    }

    private List<String> answer() throws InterruptedException {
        var choices = discord.interactions()
                .types(Payloads.ANN, "roll", "dice", "2")
                .acknowledged()
                .data()
                .getArray("choices");
        return choices.stream((array, i) -> array.getObject(i).getString("value"))
                .toList();
    }

    @Test
    void areNoneInTime() throws Exception {
        assertThat(answer()).isEmpty();
        suggested.complete(List.of("too late"));
        discord.says(Payloads.ANN, "still there?");
        assertThat(broker.next(MessageReceived.class).message().text()).isEqualTo("still there?");
    }

    @Test
    void areNoneIfTheyFail() throws Exception {
        suggested.completeExceptionally(new IllegalStateException("no"));
        assertThat(answer()).isEmpty();
    }

    @Test
    void areCutToWhatDiscordTakes() throws Exception {
        var many = new ArrayList<>(List.of("", "x".repeat(101), "twice", "twice"));
        for (int i = 0; i < 30; i++) {
            many.add("no. " + i);
        }
        suggested.complete(many);
        assertThat(answer()).hasSize(25).startsWith("twice", "no. 0").doesNotHaveDuplicates();
    }
}
