package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an upgrade does to a plugin's database, and how it is undone. */
class UpgradedDataTest {
    private static final String FIRST = "CREATE TABLE pet (name TEXT NOT NULL) STRICT;";
    private static final String SECOND = "ALTER TABLE pet ADD age INTEGER; UPDATE pet SET name = upper(name);";

    @TempDir
    Path home;

    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = TestBot.started(home);
        bot.load(pets("1.0.0"), "pets.jar");
        assertThat(bot.commands.answer("pets")).isEqualTo("rex");
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void anUpgradeTakesItsMigrationsAndLeavesNoCopy() throws Exception {
        bot.load(pets("2.0.0").resource("db/migration/V2__age.sql", SECOND), "pets.jar");
        assertThat(bot.commands.answer("pets")).isEqualTo("REX,rex");
        assertThat(copy()).doesNotExist();
    }

    @Test
    void aConstructorThatFailsLeavesTheOldVersionOnItsOldData() {
        assertThatThrownBy(() -> bot.load(failing("Main() { throw new IllegalStateException(); }"), "pets.jar"))
                .hasMessageContaining("failed with IllegalStateException");
        oldVersionRunsOnItsOldData();
    }

    @Test
    void aStartThatFailsAfterWritingLeavesTheOldVersionOnItsOldData() {
        var start = """
                @Inject Jdbi jdbi;
                public void start() {
                  jdbi.useHandle(handle -> handle.execute("DELETE FROM pet"));
                  throw new IllegalStateException();
                }""";
        assertThatThrownBy(() -> bot.load(failing(start), "pets.jar")).hasMessageContaining("IllegalStateException");
        oldVersionRunsOnItsOldData();
    }

    @Test
    void aVersionWithoutMigrationsOfItsOwnThatFailsAfterWritingLeavesTheOldDataToo() throws Exception {
        var start = """
                @Inject Jdbi jdbi;
                @Inject KeyValue store;
                public void start() {
                  store.put("format", 2);
                  jdbi.useHandle(handle -> handle.execute("DELETE FROM pet"));
                  throw new IllegalStateException();
                }""";
        var jar = PluginJar.of("pets", "2.0.0")
                .resource("db/migration/V1__pets.sql", FIRST)
                .source("pets", "@ChatPlugin public final class Main implements Lifecycle { " + start + " }");
        assertThatThrownBy(() -> bot.load(jar, "pets.jar")).hasMessageContaining("IllegalStateException");
        oldVersionRunsOnItsOldData();
        bot.load(pets("2.0.1"), "pets.jar");
        assertThat(bot.commands.answer("pets")).isEqualTo("rex,rex,rex");
        assertThat(copy()).doesNotExist();
    }

    @Test
    void brokenSqlIsFoundBeforeTheOldVersionStops() throws Exception {
        var running = bot.plugins.report("pets").pool();
        assertThatThrownBy(() -> bot.load(
                        pets("2.0.0").resource("db/migration/V2__age.sql", SECOND + " DROP TABLE nowhere;"),
                        "pets.jar"))
                .hasMessage("Its migration 2 (age) failed: no such table: nowhere. Nothing was changed.");
        assertThat(bot.plugins.report("pets").pool()).isEqualTo(running);
        oldVersionRunsOnItsOldData();
    }

    @Test
    void aMigrationThatFailsOnlyOnTheDataThereIsFoundBeforeTheOldVersionStops() throws Exception {
        bot.commands.answer("pets");
        var running = bot.plugins.report("pets").pool();
        assertThatThrownBy(() -> bot.load(
                        pets("2.0.0").resource("db/migration/V2__age.sql", "CREATE UNIQUE INDEX one ON pet (name);"),
                        "pets.jar"))
                .hasMessageContaining("UNIQUE constraint failed: pet.name");
        assertThat(bot.plugins.report("pets").pool()).isEqualTo(running);
    }

    @Test
    void aChangedMigrationIsRefusedWhileTheOldVersionServes() throws Exception {
        var running = bot.plugins.report("pets").pool();
        var changed = PluginJar.of("pets", "2.0.0").resource("db/migration/V1__pets.sql", FIRST + " --");
        assertThatThrownBy(() -> bot.load(serving(changed), "pets.jar"))
                .hasMessageContaining("Its migration 1 was changed after it had been applied.");
        assertThat(bot.plugins.report("pets").pool()).isEqualTo(running);
    }

    @Test
    void aDowngradeIsRefusedWhileTheNewVersionServes() throws Exception {
        bot.load(pets("2.0.0").resource("db/migration/V2__age.sql", SECOND), "pets.jar");
        var running = bot.plugins.report("pets").pool();
        assertThatThrownBy(() -> bot.load(pets("1.0.0"), "pets.jar"))
                .hasMessageContaining("written by a newer version (migration 2");
        assertThat(bot.plugins.report("pets").pool()).isEqualTo(running);
    }

    @Test
    void aMigrationThatCommitsIsRefused() {
        assertThatThrownBy(() -> bot.load(
                        pets("2.0.0").resource("db/migration/V2__age.sql", SECOND + "\n/* now */ Commit;"), "pets.jar"))
                .hasMessage("Its db/migration/V2__age.sql has the statement COMMIT. All new migrations are taken in one"
                        + " transaction: leave it out.");
        oldVersionRunsOnItsOldData();
    }

    @Test
    void aFirstStartThatFailsLeavesNoMigrationBehind() throws Exception {
        bot.plugins.unload("pets");
        Files.delete(home.resolve("data/pets.db"));
        assertThatThrownBy(() -> bot.load(failing("Main() { throw new IllegalStateException(); }"), "pets.jar"))
                .hasMessageContaining("IllegalStateException");
        var mended = PluginJar.of("pets", "2.0.1").resource("db/migration/V1__pets.sql", FIRST + " -- mended");
        bot.load(serving(mended), "pets.jar");
        assertThat(bot.commands.answer("pets")).isEqualTo("rex");
    }

    @Test
    void anUpgradeThatTheProcessDidNotLiveToFinishIsFinishedByTheNewVersion() throws Exception {
        crashAmidUpgrade();
        bot.put(pets("2.0.0").resource("db/migration/V2__age.sql", SECOND), "pets.jar");
        bot = TestBot.started(home);
        assertThat(bot.commands.answer("pets")).isEqualTo("REX,rex");
        assertThat(copy()).doesNotExist();
    }

    @Test
    void anUpgradeThatTheProcessDidNotLiveToFinishIsUndoneForTheOldVersion() throws Exception {
        crashAmidUpgrade();
        bot.put(pets("1.0.0"), "pets.jar");
        bot = TestBot.started(home);
        assertThat(bot.status("pets").state()).isEqualTo(PluginState.RUNNING);
        oldVersionRunsOnItsOldData();
    }

    /** Leaves what a process leaves that is killed after the migrations of an upgrade and before its end. */
    private void crashAmidUpgrade() throws Exception {
        bot.plugins.stop();
        Files.copy(home.resolve("data/pets.db"), home.resolve("old"));
        bot = TestBot.started(home);
        bot.load(pets("2.0.0").resource("db/migration/V2__age.sql", SECOND), "pets.jar");
        bot.close();
        Files.move(home.resolve("old"), copy());
    }

    private void oldVersionRunsOnItsOldData() {
        assertThat(bot.commands.answer("pets")).isEqualTo("rex,rex");
        assertThat(copy()).doesNotExist();
    }

    private Path copy() {
        return home.resolve("data/pets.db.before-upgrade");
    }

    private static PluginJar pets(String version) {
        return serving(PluginJar.of("pets", version).resource("db/migration/V1__pets.sql", FIRST));
    }

    private static PluginJar serving(PluginJar jar) {
        return jar.source("pets", """
                        @ChatPlugin public final class Main {
                          private final Jdbi jdbi;
                          @Inject Main(Jdbi jdbi) { this.jdbi = jdbi; }
                          @Command(name = "pets", help = "Adds one.")
                          String pets() {
                            return jdbi.inTransaction(handle -> {
                              handle.execute("INSERT INTO pet (name) VALUES ('rex')");
                              return String.join(",", handle.createQuery("SELECT name FROM pet ORDER BY rowid")
                                  .mapTo(String.class).list());
                            });
                          }
                        }""");
    }

    private static PluginJar failing(String body) {
        return PluginJar.of("pets", "2.0.0")
                .resource("db/migration/V1__pets.sql", FIRST)
                .resource("db/migration/V2__age.sql", SECOND)
                .source("pets", "@ChatPlugin public final class Main implements Lifecycle { " + body + " }");
    }
}
