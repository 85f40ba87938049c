package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Capability;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePluginsTest {
    @TempDir
    Path home;

    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = TestBot.started(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void knowsWhatItsPluginsUseOfChatPlatforms() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        assertThat(bot.live.uses()).isEmpty();

        bot.load(PluginJar.of("talk", "1.0.0").source("talk", """
                @ChatPlugin(uses = {io.bellhop.api.chat.Capability.THREADS, io.bellhop.api.chat.Capability.REACTIONS})
                public final class Main {}"""), "talk.jar");
        assertThat(bot.live.uses()).containsExactlyInAnyOrder(Capability.THREADS, Capability.REACTIONS);

        bot.plugins.unload("talk");
        assertThat(bot.live.uses()).isEmpty();
    }
}
