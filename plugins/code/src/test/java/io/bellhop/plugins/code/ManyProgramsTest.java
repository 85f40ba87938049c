package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Text;
import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.TestBot;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ManyProgramsTest {
    private static final int PROGRAMS = 20;
    private static final int HELD = 60_000_000;
    private static final String LINE =
            "!run js\n```js\nconst held = new Uint8Array(" + HELD + ").fill(7); print(held.length)\n```";

    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration("plugins: { code: { run-time: 5m, cpu-time: 5m } }")
            .load();

    @Test
    void givesEachOfTwentyNearTheCapItsVerdictInABoundedHeapAndAnswersPingMeanwhile() {
        assertThat(Runtime.getRuntime().maxMemory())
                .as("a heap that can't hold all of them")
                .isLessThan((long) PROGRAMS * HELD);

        var runs = IntStream.range(0, PROGRAMS)
                .mapToObj(asker -> bot.as("user" + asker).saysLater(LINE).toCompletableFuture())
                .toList();
        bot.as("ann").says("!ping").repliesWith("pong");
        assertThat(runs)
                .as("what has run before the ping was answered, however slow the machine is")
                .filteredOn(CompletableFuture::isDone)
                .hasSizeLessThan(PROGRAMS / 4);
        CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).join();

        assertThat(bot.sent().stream().map(Sent::content).map(content -> first(content.text())))
                .filteredOn(new Text.Fence("", Integer.toString(HELD))::equals)
                .hasSize(PROGRAMS);
    }

    private static Text.Node first(Text text) {
        return text.nodes().getFirst();
    }
}
