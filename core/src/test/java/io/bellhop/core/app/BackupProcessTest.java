package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal: a home is saved while its bot runs, lost, and brought back. */
class BackupProcessTest {
    @TempDir
    private Path home;

    @Test
    void bringsBackWhatARunningBotHadStored() throws Exception {
        install();
        Path saved;
        try (var bot = Bellhop.start(home)) {
            bot.say("!count").hears("1");
            saved = Path.of(said(0, "backup").strip());
            bot.say("!count").hears("2");
            assertThat(call("restore", saved.toString()).errors()).contains("is in use by process");
            assertThat(bot.say("!backup").end().out())
                    .contains("Saved ")
                    .contains("backups/bellhop-")
                    .doesNotContain(home.toString());
        }
        Files.delete(home.resolve("plugins/count.jar"));
        assertThat(said(0, "restore", saved.toString())).contains("what was there before is in " + home);
        // the copy may have been made before it was written down that the first reply was sent
        assertThat(answer("!count")).isIn("2\n", "1\n(this may be a repeat: the bot was restarted)\n2\n");
    }

    @Test
    void savesAHomeWhoseBotDoesNotRunAndBringsItToANewPlace() throws Exception {
        install();
        assertThat(answer("!count")).isEqualTo("1\n");
        var file = home.resolve("moved.zip");
        said(0, "backup", file.toString());
        var elsewhere = Files.createTempDirectory(home, "elsewhere").resolve("home");
        try (var restore = Bellhop.start(elsewhere, "restore", file.toString())) {
            assertThat(restore.ended(Duration.ofSeconds(20)).code()).isZero();
        }
        try (var bot = Bellhop.start(elsewhere)) {
            assertThat(bot.say("!count").end().out()).isEqualTo("2\n");
        }
    }

    @Test
    void doesNotSaveWhatIsNoHome() throws Exception {
        assertThat(said(1, "backup")).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void doesNotStartInAHomeWhoseRestoreWasCutShort() throws Exception {
        Files.createDirectories(home.resolve(".restoring"));
        assertThat(call().errors())
                .contains("was cut short; restore the backup again")
                .doesNotContain("\tat ");
        assertThat(home.resolve("bellhop.yaml")).doesNotExist();
    }

    @Test
    void saysWhatToDoAboutADamagedDatabaseOfItsOwn() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/core.db"), "no database, but long enough to be looked at".repeat(100));
        var end = call();
        assertThat(end.code()).isEqualTo(1);
        assertThat(end.errors())
                .isEqualTo("bellhop: The database file core.db is damaged. Restore a backup, or move it out of the"
                        + " home's data folder to begin anew.\n");
    }

    private void install() throws Exception {
        Files.createDirectories(home.resolve("plugins"));
        PluginJar.of("count", "1.0.0").source("count", """
                @ChatPlugin public final class Main {
                  private final KeyValue store;
                  @Inject Main(KeyValue store) { this.store = store; }
                  @Command(name = "count", help = "Counts.")
                  int count() {
                    int next = 1 + store.get("count", Integer.class).orElse(0);
                    store.put("count", next);
                    return next;
                  }
                }""").write(home.resolve("plugins/count.jar"));
    }

    private String answer(String line) throws Exception {
        try (var bot = Bellhop.start(home)) {
            return bot.say(line).end().out();
        }
    }

    private String said(int code, String... words) throws Exception {
        var end = call(words);
        assertThat(end.code()).as(end.errors()).isEqualTo(code);
        return end.out();
    }

    private Bellhop.End call(String... words) throws Exception {
        try (var call = Bellhop.start(home, words)) {
            return call.ended(Duration.ofSeconds(20));
        }
    }
}
