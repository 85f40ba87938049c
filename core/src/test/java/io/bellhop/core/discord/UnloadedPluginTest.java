package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that has used Discord leaves nothing behind there: the link's threads are not its own. */
@Timeout(120)
class UnloadedPluginTest {
    @TempDir
    private Path home;

    private RestartedBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = new RestartedBot(home);
        bot.load("trial", """
                @ChatPlugin public final class Main {
                  @Command(name = "read", help = "Reads a file.")
                  String read(Attachment file) throws java.io.IOException {
                    try (var in = file.open()) {
                      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                    }
                  }
                }""");
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void isGoneThoughItHasReadAFile() throws Exception {
        bot.discord().sends(Payloads.ANN, "!read", "a.txt");
        assertThat(bot.said().getString("content")).isEqualTo("what stands in a file");
        assertThat(bot.plugins().unload("trial").state()).isEqualTo(PluginState.UNLOADED);
    }
}
