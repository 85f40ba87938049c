package io.bellhop.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forgetThePluginUnderTest() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("bellhop.plugin."));
    }

    @Test
    void keepsWhatWasStoredAndNothingElse() throws Exception {
        try (var bot = counting()) {
            bot.as("ann").says("!count").replies("stored 1, remembered 1");
            bot.as("ann").says("!count").replies("stored 2, remembered 2");
            bot.restarts();
            bot.as("ann").says("!count").replies("stored 3, remembered 1");
        }
    }

    @Test
    void leavesTimeAndWhatWasSentAsTheyWere() throws Exception {
        try (var bot = counting()) {
            bot.as("ann").says("!count");
            bot.advance(Duration.ofHours(1));
            long before = bot.time().nanos();
            bot.restarts();
            assertThat(bot.time().nanos()).isEqualTo(before);
            assertThat(bot.sent()).hasSize(1);
        }
    }

    @Test
    void saysToAQuestionThatItEndedMeanwhile() throws Exception {
        try (var bot = counting()) {
            bot.as("ann").says("!approve").repliesWith("It needs ref");
            bot.restarts(Duration.ofHours(1));
            int before = bot.sent().size();
            bot.advance(Duration.ofSeconds(5));
            assertThat(bot.sent().subList(before, bot.sent().size()))
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.verb()).isEqualTo(FakeConnector.Verb.EDIT))
                    .satisfies(
                            sent -> assertThat(sent.content().text().toString()).contains("No answer came within"));
            bot.advance(Duration.ofHours(1));
            assertThat(bot.sent()).hasSize(before + 1);
        }
    }

    private TestBot counting() throws IOException {
        var source = """
                @ChatPlugin
                public final class Counter {
                    private final KeyValue store;
                    private int remembered;

                    @Inject Counter(KeyValue store) { this.store = store; }

                    @Command(name = "count", help = "Counts.")
                    String count() {
                        int stored = store.get("count", Integer.class).orElse(0) + 1;
                        store.put("count", stored);
                        return "stored " + stored + ", remembered " + ++remembered;
                    }
                }""";
        var plugin = new DocumentedPlugin(
                "org.example.counter", List.of(SnippetCompiler.file("org.example.counter", source)), List.of());
        plugin.prepare(Files.createDirectories(folder.resolve("home")));
        return TestBot.load();
    }
}
