package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins whose databases can't be had. */
@Timeout(120)
class DamagedDataTest {
    @TempDir
    Path home;

    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        System.clearProperty("damaged.end");
        bot = TestBot.started(home);
    }

    @AfterEach
    void stop() throws Exception {
        System.setProperty("damaged.end", "yes");
        bot.close();
    }

    @Test
    void onlyThePluginWhoseFileIsDamagedIsRefused() throws Exception {
        bot.load(storing("dice"), "dice.jar");
        bot.load(storing("coin"), "coin.jar");
        bot.close();
        Files.writeString(home.resolve("data/dice.db"), "no database, but long enough to be looked at ".repeat(100));
        bot = TestBot.started(home);
        assertThat(bot.status("dice").state()).isEqualTo(PluginState.REFUSED);
        assertThat(bot.status("dice").reason())
                .isEqualTo("The database file dice.db is damaged. Restore a backup, or move it out of the home's data"
                        + " folder to begin anew.");
        assertThat(bot.commands.answer("coin")).isEqualTo("3");
        Files.delete(home.resolve("data/dice.db"));
        bot.plugins.load("dice");
        assertThat(bot.commands.answer("dice")).isEqualTo("2");
    }

    @Test
    void aFileThatIsDamagedMeanwhileDoesNotKeepThePluginFromBeingUnloaded() throws Exception {
        bot.load(storing("dice"), "dice.jar");
        Files.writeString(home.resolve("data/dice.db"), "no database, but long enough to be looked at ".repeat(100));
        assertThat(bot.plugins.unload("dice").state()).isEqualTo(PluginState.UNLOADED);
    }

    @Test
    void theDatabaseOfAStuckPluginIsHandedOutAgainOnlyWhenItsThreadsHaveEnded() throws Exception {
        bot.load(stubborn(), "dice.jar");
        assertThat(bot.plugins.unload("dice").state()).isEqualTo(PluginState.STUCK);
        assertThatThrownBy(() -> bot.plugins.load("dice"))
                .hasMessageContaining("dice.db is not handed out while threads of the plugin's last run go on: dice-");
        System.setProperty("damaged.end", "yes");
        assertThat(TestBot.comesTrue(() -> isLoaded("dice"))).isTrue();
    }

    private boolean isLoaded(String id) {
        try {
            return bot.plugins.load(id).state() == PluginState.RUNNING;
        } catch (Exception e) {
            return false;
        }
    }

    private static PluginJar storing(String id) {
        return PluginJar.of(id, "1.0.0").source(id, """
                @ChatPlugin public final class Main {
                  private final KeyValue store;
                  @Inject Main(KeyValue store) { this.store = store; count(); }
                  @Command(name = "%s", help = "Counts.")
                  int count() {
                    int next = 1 + store.get("count", Integer.class).orElse(0);
                    store.put("count", next);
                    return next;
                  }
                }""".formatted(id));
    }

    private static PluginJar stubborn() {
        return PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main implements Lifecycle {
                  @Inject KeyValue store;
                  public void stop() {
                    while (System.getProperty("damaged.end") == null) { Thread.onSpinWait(); }
                  }
                }""");
    }
}
