package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.roster.PluginState;
import io.bellhop.core.plugin.run.Patience;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that heed nothing, and the patience that real bots have. */
@Timeout(120)
class StubbornPluginsTest {
    @TempDir
    Path home;

    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        System.clearProperty("stubborn.end");
        System.clearProperty("stubborn.starts");
        bot = new TestBot(home, Patience.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        System.setProperty("stubborn.end", "yes");
        bot.close();
    }

    @Test
    void unloadAnswersWithinASecondBesideAStopThatHeedsNothing() throws Exception {
        bot.put(hanging("stop"), "stubborn.jar");
        bot.put(dependent(), "follower.jar");
        bot.plugins.start();
        bot.plugins.await();
        long begin = System.nanoTime();
        assertThat(bot.plugins.unload("stubborn").state()).isEqualTo(PluginState.STUCK);
        assertThat(millisSince(begin)).isLessThan(1000);
        assertThat(bot.status("stubborn").reason()).contains("stubborn-stop-1");
        assertThat(bot.status("follower").reason()).contains("needs the plugin stubborn");
    }

    @Test
    void aStuckPluginCanBeLoadedAnewAndItsDependentsComeBack() throws Exception {
        bot.put(hanging("stop"), "stubborn.jar");
        bot.put(dependent(), "follower.jar");
        bot.plugins.start();
        bot.plugins.unload("stubborn");
        assertThat(bot.plugins.load("stubborn").state()).isEqualTo(PluginState.RUNNING);
        assertThat(bot.status("follower").state()).isEqualTo(PluginState.RUNNING);
    }

    @Test
    void unloadDoesNotWaitForAStartThatNeverReturns() throws Exception {
        bot.put(hanging("start"), "stubborn.jar");
        bot.put(PluginJar.simple("coin", "1.0.0"), "coin.jar");
        bot.plugins.start();
        awaitStart();
        long begin = System.nanoTime();
        assertThat(bot.plugins.unload("stubborn").state()).isEqualTo(PluginState.STUCK);
        assertThat(millisSince(begin)).isLessThan(1000);
        assertThat(bot.commands.answer("coin")).isEqualTo("1.0.0");
    }

    @Test
    void theBotEndsBesideAStartThatNeverReturns() throws Exception {
        bot.put(hanging("start"), "stubborn.jar");
        bot.plugins.start();
        awaitStart();
        long begin = System.nanoTime();
        bot.close();
        assertThat(millisSince(begin)).isLessThan(2000);
        bot = new TestBot(home, Patience.DEFAULT);
    }

    private static PluginJar hanging(String step) {
        return PluginJar.of("stubborn", "1.0.0").source("stubborn", """
                @ChatPlugin public final class Main implements Lifecycle {
                  public void %s() {
                    System.setProperty("stubborn.%ss", "yes");
                    while (System.getProperty("stubborn.end") == null) { Thread.onSpinWait(); }
                  }
                }""".formatted(step, step));
    }

    private static PluginJar dependent() {
        return PluginJar.simple("follower", "1.0.0").with("Plugin-Dependencies", "stubborn");
    }

    private static void awaitStart() {
        while (System.getProperty("stubborn.starts") == null) {
            Thread.onSpinWait();
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
