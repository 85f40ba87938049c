package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.roster.PluginState;
import io.bellhop.core.plugin.run.Patience;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins whose threads do not end with them. */
class LeftThreadsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path home;

    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        System.clearProperty("life.end");
        bot = TestBot.started(home);
    }

    @AfterEach
    void stop() throws Exception {
        System.setProperty("life.end", "yes"); // else what no bot can end slows all tests that come after
        bot.close();
    }

    @Test
    void aStartThatNeverReturnsIsRefusedInTime() throws Exception {
        bot.close();
        bot = TestBot.started(home, new Patience(SECOND, SECOND, SECOND, SECOND, SECOND));
        var jar = PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main implements Lifecycle {
                  public void start() { while (System.getProperty("life.end") == null) { Thread.onSpinWait(); } }
                }""");
        assertThatThrownBy(() -> bot.load(jar, "dice.jar")).hasMessageContaining("did not end within");
        assertThat(bot.status("dice").state()).isEqualTo(PluginState.STUCK);
        assertThat(bot.status("dice").reason()).contains("dice-1");
        bot.load(PluginJar.simple("coin", "1.0.0"), "coin.jar");
        assertThat(bot.commands.answer("coin")).isEqualTo("1.0.0");
    }

    @Test
    void unloadAnswersBesideThreadsThatSpinForEver() throws Exception {
        var jar = PluginJar.of("spin", "1.0.0").source("spin", """
                @ChatPlugin public final class Main implements Lifecycle {
                  @Command(name = "spin", help = "Spins.")
                  void spin() { while (System.getProperty("life.end") == null) { Thread.onSpinWait(); } }
                  public void stop() { System.setProperty("spin.stopped", "yes"); }
                }""");
        bot.load(jar, "spin.jar");
        for (int i = 0; i < 4; i++) {
            var _ = bot.commands.run("spin", "spin");
        }
        var pool = bot.plugins.report("spin").pool().orElseThrow();
        while (pool.active() < 4) {
            Thread.onSpinWait();
        }
        var status = bot.plugins.unload("spin");
        assertThat(status.state()).isEqualTo(PluginState.STUCK);
        assertThat(status.reason()).contains("spin-1", "spin-2", "spin-3", "spin-4");
        assertThat(System.getProperty("spin.stopped")).isEqualTo("yes");
    }

    @Test
    void aThreadThatIsLeftBehindIsNamed() throws Exception {
        var jar = PluginJar.of("leak", "1.0.0").source("leak", """
                @ChatPlugin public final class Main implements Lifecycle {
                  public void start() {
                    var thread = new Thread(() -> {
                      while (System.getProperty("life.end") == null) { java.util.concurrent.locks.LockSupport.park(); }
                    });
                    thread.setName("forgotten");
                    thread.setDaemon(true);
                    thread.start();
                  }
                }""");
        bot.load(jar, "leak.jar");
        assertThat(bot.plugins.unload("leak").reason()).contains("forgotten");
    }
}
