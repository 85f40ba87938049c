package io.bellhop.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.app.HomeBot;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.plugin.Plugins;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot keeps about people: they may see it, and have it deleted. */
class ForgetTest {
    @TempDir
    private Path home;

    private HomeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = HomeBot.at(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void exportsWhatPluginsKeepAsAFile() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note milk");
        bot.says("ann", "!note \"eggs, \\\"fresh\\\"\"");
        bot.says("bob", "!note secret");
        assertThat(bot.answer("ann", "!export me")).contains("Kept about you:", "notes: notes (2)");
        assertThat(bot.file())
                .contains("\"text\" : \"milk\"", "\"eggs, \\\"fresh\\\"\"")
                .doesNotContain("secret");
    }

    @Test
    void saysWhatWouldGoBeforeItGoes() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note milk");
        assertThat(bot.answer("ann", "!forget me")).contains("notes: notes (1)", "Shall it be deleted?");
        assertThat(bot.answer("ann", "!notes")).isEqualTo("1");
        bot.says("ann", "!forget me");
        assertThat(bot.picks("ann")).singleElement().asString().contains("Forgotten:", "notes: 1 notes");
        assertThat(bot.answer("ann", "!notes")).isEqualTo("0");
    }

    @Test
    void keepsNothingOnceSomeoneIsForgotten() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note milk");
        bot.says("ann", "!forget me -yes");
        assertThat(bot.answer("ann", "!forget me")).isEqualTo("Nothing is kept about you.");
        assertThat(bot.answer("ann", "!export me")).startsWith("Nothing is kept about you.");
    }

    @Test
    void remembersTheWishForAPluginThatIsAway() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note milk");
        bot.says("bob", "!note tea");
        bot.part(Plugins.class).unload("notes");
        assertThat(bot.answer("ann", "!export me")).contains("Not reached: notes is not loaded. Ask again when it is.");
        assertThat(bot.answer("ann", "!forget me -yes"))
                .contains("Not reached: notes is not loaded. It is asked again when it is loaded next.");
        bot.close();
        bot = HomeBot.at(home);
        awaitAnswer("0", "ann");
        assertThat(bot.answer("bob", "!notes")).isEqualTo("1");
    }

    @Test
    void namesAPluginThatFailsAndGoesOnWithTheOthers() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar").load(broken(), "broken.jar");
        bot.says("ann", "!note milk");
        assertThat(bot.answer("ann", "!forget me -yes"))
                .contains("notes: 1 notes", "broken failed; the bot's log says how. It is asked again")
                .doesNotContain("oops");
        bot.load(mended(), "broken.jar");
        awaitAnswer("test:ann", "ann", "!forgotten");
    }

    @Test
    void letsOnlyOwnersForgetOthersWhoseIdTheyKnow() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note milk");
        assertThat(bot.answer("bob", "!forget user test:ann")).contains("access.rank");
        assertThat(bot.answer("owner", "!forget user ann")).contains("people.inexact");
        assertThat(bot.answer("owner", "!forget user test:ann")).contains("Kept about test:ann:");
        assertThat(bot.picks("owner")).singleElement().asString().contains("notes: 1 notes");
    }

    private void awaitAnswer(String expected, String user) {
        awaitAnswer(expected, user, "!notes");
    }

    private void awaitAnswer(String expected, String user, String command) {
        assertThat(HomeBot.comesTrue(() -> bot.answer(user, command).equals(expected)))
                .isTrue();
    }

    private static PluginJar notes(String version) {
        return PluginJar.of("notes", version)
                .resource(
                        "db/migration/V1__notes.sql",
                        "CREATE TABLE note (who TEXT NOT NULL, text TEXT NOT NULL) STRICT;")
                .source("notes", """
                        @ChatPlugin public final class Main implements PersonalData {
                          private final Jdbi jdbi;
                          @Inject Main(Jdbi jdbi) { this.jdbi = jdbi; }
                          public record Note(String text) {}
                          @Command(name = "note", help = "Keeps a note.")
                          void note(String text, Invocation asking) {
                            jdbi.useHandle(h -> h.execute("INSERT INTO note VALUES (?, ?)", asking.user().id().id(), text));
                          }
                          @Command(name = "notes", help = "Counts.", repeatable = true)
                          int notes(Invocation asking) { return find(asking.user().id()).size(); }
                          @Override public Map<String, ?> export(UserId user) {
                            return Map.of("notes", find(user));
                          }
                          @Override public List<String> forget(UserId user) {
                            int gone = jdbi.withHandle(h -> h.execute("DELETE FROM note WHERE who = ?", user.id()));
                            return gone == 0 ? List.of() : List.of(gone + " notes");
                          }
                          private List<Note> find(UserId user) {
                            return jdbi.withHandle(h -> h.createQuery("SELECT text FROM note WHERE who = ?")
                                .bind(0, user.id()).map((row, context) -> new Note(row.getString(1))).list());
                          }
                        }""");
    }

    private static PluginJar broken() {
        return PluginJar.of("broken", "1.0.0").source("broken", """
                @ChatPlugin public final class Main implements PersonalData {
                  @Override public Map<String, ?> export(UserId user) { return Map.of(); }
                  @Override public List<String> forget(UserId user) { throw new IllegalStateException("oops"); }
                }""");
    }

    private static PluginJar mended() {
        return PluginJar.of("broken", "1.1.0").source("broken", """
                @ChatPlugin public final class Main implements PersonalData {
                  private volatile String forgotten = "nobody";
                  @Command(name = "forgotten", help = "Says who was.", repeatable = true)
                  String forgotten() { return forgotten; }
                  @Override public Map<String, ?> export(UserId user) { return Map.of(); }
                  @Override public List<String> forget(UserId user) { forgotten = user.toString(); return List.of(); }
                }""");
    }
}
