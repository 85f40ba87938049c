package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PluginDatabaseTest extends RunningBotTest {
    private static final String TABLE = "CREATE TABLE roll (points INTEGER NOT NULL) STRICT;";

    @Test
    void keepsRowsWhenItIsLoadedAgain() throws Exception {
        bot.load(rolls("1.0.0"), "dice.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("1");
        bot.load(rolls("1.1.0"), "dice.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("2");
    }

    @Test
    void keepsValuesWithoutATable() throws Exception {
        bot.load(PluginJar.of("dice", "1.0.0").source("dice", """
                        @ChatPlugin public final class Main {
                          private final KeyValue store;
                          @Inject Main(KeyValue store) { this.store = store; }
                          record Count(int value) {}
                          @Command(name = "dice", help = "Counts.")
                          int dice() {
                            int next = 1 + store.get("count", Count.class).map(Count::value).orElse(0);
                            store.put("count", new Count(next));
                            return next;
                          }
                        }"""), "dice.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("1");
        assertThat(bot.commands.answer("dice")).isEqualTo("2");
        bot.plugins.unload("dice");
        assertThat(bot.isCollected("dice")).isTrue();
    }

    @Test
    void makesNoFileForAPluginThatAsksForNone() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        assertThat(home.resolve("data/dice.db")).doesNotExist();
    }

    @Test
    void letsGoOfTheFileWhenItIsUnloaded() throws Exception {
        bot.load(rolls("1.0.0"), "dice.jar");
        bot.commands.answer("dice");
        bot.plugins.unload("dice");
        assertThat(home.resolve("data/dice.db-wal")).doesNotExist();
        Files.delete(home.resolve("data/dice.db"));
        bot.load(rolls("1.0.0"), "dice.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("1");
    }

    @Test
    void refusesAMigrationWithoutANumber() {
        var jar = rolls("1.0.0").resource("db/migration/create.sql", TABLE);
        assertThatThrownBy(() -> bot.load(jar, "dice.jar")).hasMessageContaining("Name it like V1__create_tables.sql");
    }

    private static PluginJar rolls(String version) {
        return PluginJar.of("dice", version)
                .resource("db/migration/V1__create_tables.sql", TABLE)
                .source("dice", """
                        @ChatPlugin public final class Main {
                          private final Jdbi jdbi;
                          @Inject Main(Jdbi jdbi) { this.jdbi = jdbi; }
                          @Command(name = "dice", help = "Rolls and counts.")
                          int dice() {
                            return jdbi.inTransaction(handle -> {
                              handle.execute("INSERT INTO roll VALUES (?)", 6);
                              return handle.createQuery("SELECT count(*) FROM roll").mapTo(int.class).one();
                            });
                          }
                        }""");
    }
}
