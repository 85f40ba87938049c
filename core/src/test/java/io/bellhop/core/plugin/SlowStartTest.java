package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.run.Patience;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SlowStartTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String MAY_END = "bellhop.test.slow-start";

    @TempDir
    Path home;

    @Test
    void theBotListensBeforeAPluginThatTakesItsTimeRuns() throws Exception {
        var bot = new TestBot(home, new Patience(LONG, LONG, LONG, LONG, LONG));
        bot.put(PluginJar.of("slow", "1.0.0").source("slow", """
                @ChatPlugin public final class Main implements Lifecycle {
                  @Command(name = "slow", help = "Answers.")
                  String slow() { return "here"; }
                  public void start() throws Exception {
                    while (System.getProperty("%s") == null) { Thread.sleep(1); }
                  }
                }""".formatted(MAY_END)), "slow.jar");
        try {
            bot.plugins.start();
            assertThat(bot.commands.serves("slow")).isFalse();
        } finally {
            System.setProperty(MAY_END, "yes");
        }
        while (!bot.commands.serves("slow")) {
            Thread.onSpinWait();
        }
        bot.close();
        System.clearProperty(MAY_END);
    }
}
