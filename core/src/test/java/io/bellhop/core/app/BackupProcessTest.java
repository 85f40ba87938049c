package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.PluginJar;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
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
            saved = Path.of(said(0, "backup").lines().findFirst().orElseThrow());
            bot.say("!count").hears("2");
            assertThat(said(1, "restore", saved.toString())).contains("is in use by process");
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
        said(elsewhere, 0, "restore", file.toString());
        try (var bot = Bellhop.start(elsewhere)) {
            assertThat(bot.say("!count").end().out()).isEqualTo("2\n");
        }
    }

    @Test
    void doesNotSaveWhatIsNoHome() throws Exception {
        assertThat(said(1, "backup")).startsWith("bellhop: there is no bellhop.yaml in ");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void makesNoHomeForABackupThatIsNotThere() {
        var other = home.resolve("other");
        assertThat(said(other, 1, "restore", home.resolve("none.zip").toString()))
                .contains("There is no file");
        assertThat(other).doesNotExist();
    }

    @Test
    void doesNotStartInAHomeWhoseRestoreWasCutShort() throws Exception {
        Files.createDirectories(home.resolve(".restoring"));
        assertThat(said(1)).contains("was cut short; restore the backup again").doesNotContain("\tat ");
        assertThat(home.resolve("bellhop.yaml")).doesNotExist();
    }

    @Test
    void saysWhatToDoAboutADamagedDatabaseOfItsOwn() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/core.db"), "no database, but long enough to be looked at".repeat(100));
        try (var start = Bellhop.start(home)) {
            var end = start.ended();
            assertThat(end.code()).isEqualTo(1);
            assertThat(end.errors())
                    .isEqualTo("bellhop: The database file core.db is damaged. Restore a backup, or move it out of the"
                            + " home's data folder to begin anew.\n");
        }
    }

    @Test
    void doesNotStartWithADatabaseOfANewerVersion() throws Exception {
        var data = Files.createDirectories(home.resolve("data"));
        Jdbi.create("jdbc:sqlite:" + data.resolve("core.db")).useHandle(handle -> {
            handle.execute("CREATE TABLE bellhop_migrations (version INTEGER, name TEXT, checksum TEXT)");
            handle.execute("INSERT INTO bellhop_migrations VALUES (9999, 'later', 'x')");
        });
        assertThat(said(1))
                .startsWith("bellhop: The home's data/core.db does not fit this version of the bot. Its database was")
                .contains("migration 9999 is unknown");
    }

    @Test
    void saysWhatToDoIfItCanNotReadWhatWasUnderWay() throws Exception {
        install();
        assertThat(answer("!count")).isEqualTo("1\n");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/core.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO journal_log (changes) VALUES (CAST('[[\"beg' AS BLOB))");
        }
        try (var start = Bellhop.start(home)) {
            var end = start.ended();
            assertThat(end.code()).isEqualTo(1);
            assertThat(end.errors())
                    .isEqualTo("bellhop: What was under way when the bot ended can't be read from core.db. Restore a"
                            + " backup, or move the file out of the home's data folder to begin anew.\n");
        }
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

    private String said(int code, String... words) {
        return said(home, code, words);
    }

    /** Calls in this process, which is another than the bot's; returns all that is printed. */
    private static String said(Path home, int code, String... words) {
        var printed = new ByteArrayOutputStream();
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var out = System.out;
        var errors = System.err;
        System.setOut(stream);
        System.setErr(stream);
        try {
            var call = Stream.concat(Stream.of("--home", home.toString()), Stream.of(words));
            assertThat(Main.exitCode(call.toArray(String[]::new)))
                    .as(() -> printed.toString(StandardCharsets.UTF_8))
                    .isEqualTo(code);
        } finally {
            System.setOut(out);
            System.setErr(errors);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
