package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.PluginFaults;
import io.bellhop.core.plugin.PluginJar;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users read when a plugin's database can't be written, and that the plugin is not blamed. */
class TroubledDiskTest {
    @TempDir
    private Path home;

    private HomeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = HomeBot.at(home).load(PluginJar.of("pets", "1.0.0").source("pets", """
                @ChatPlugin public final class Main {
                  private final Jdbi jdbi;
                  @Inject Main(Jdbi jdbi) { this.jdbi = jdbi; }
                  @Command(name = "fill", help = "Fills the disk.")
                  void fill() {
                    jdbi.useTransaction(handle -> {
                      handle.execute("PRAGMA max_page_count = 20");
                      handle.execute("CREATE TABLE big AS SELECT zeroblob(500000)");
                    });
                  }
                  @Command(name = "lock", help = "Writes what it must not.")
                  void lock() {
                    jdbi.useHandle(handle -> {
                      handle.execute("PRAGMA query_only = ON");
                      handle.execute("CREATE TABLE small (i INTEGER)");
                    });
                  }
                  @Command(name = "slip", help = "Makes a mistake.")
                  void slip() { jdbi.useHandle(handle -> handle.execute("SELECT nothing")); }
                  @Command(name = "pets", help = "Answers.")
                  String pets() { return "meow"; }
                }"""), "pets.jar");
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void saysThatTheDiskIsFullAndWhoseTurnItIs() {
        assertThat(bot.answer("ann", "!fill"))
                .matches("The bot can't write its data, because its disk is full\\. Its owner must free some room\\."
                        + " \\(storage\\.full, ref \\w{8}\\)");
    }

    @Test
    void saysThatFilesCantBeWritten() {
        assertThat(bot.answer("ann", "!lock"))
                .startsWith("The bot can't read or write its data. Its owner must look whether the home's data folder"
                        + " is writable, and what the log says under this ref. (storage.read-only, ref ");
    }

    @Test
    void blamesThePluginForItsOwnMistakes() {
        assertThat(bot.answer("ann", "!slip")).startsWith("The plugin pets failed.");
        assertThat(bot.part(PluginFaults.class).recent("pets")).isEqualTo(1);
    }

    @Test
    void leavesThePluginItsBudget() {
        for (int i = 0; i < 6; i++) {
            assertThat(bot.answer("ann", "!fill")).contains("storage.full");
        }
        assertThat(bot.part(PluginFaults.class).recent("pets")).isZero();
        assertThat(bot.answer("ann", "!pets")).isEqualTo("meow");
    }
}
