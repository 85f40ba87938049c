package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.roster.PluginState;
import org.junit.jupiter.api.Test;

/** What becomes of plugins that keep failing. */
class QuarantineTest extends RunningBotTest {
    @Test
    void countsWhatFailsInAHandedInTaskAgainstIt() throws Exception {
        var failing = PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  @Inject Main(Executor pool) { pool.execute(() -> { throw new IllegalStateException("no"); }); }
                }""");
        bot.load(failing, "dice.jar");
        assertThat(TestBot.comesTrue(() -> bot.faults.recent("dice") == 1)).isTrue();
    }

    @Test
    void aQuarantineSurvivesARestartAndEndsWithLoad() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        for (int i = 0; i < PluginFaults.BUDGET; i++) {
            bot.faults.report("dice", "timer", new IllegalStateException("boom"));
        }
        bot.close();
        bot = TestBot.started(home);
        assertThat(bot.status("dice").state()).isEqualTo(PluginState.QUARANTINED);
        assertThat(bot.status("dice").reason()).contains("5 times");
        assertThat(bot.plugins.load("dice").state()).isEqualTo(PluginState.RUNNING);
    }
}
