package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Capability;
import org.junit.jupiter.api.Test;

class LivePluginsTest extends RunningBotTest {
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
