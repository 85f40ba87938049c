package io.bellhop.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.app.HomeBot;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.plugin.Plugins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        assertThat(bot.picks("ann")).singleElement().asString().contains("Deleted:", "notes: 1 notes");
        assertThat(bot.answer("ann", "!notes")).isEqualTo("0");
    }

    @Test
    void keepsNothingOnceSomeoneIsForgotten() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note milk");
        bot.says("ann", "!forget me -yes");
        assertThat(bot.answer("ann", "!export me")).startsWith("Nothing is kept about you.");
        assertThat(bot.answer("ann", "!forget me")).isEqualTo("Nothing is kept about you.");
    }

    @Test
    void leavesNothingThatCanBeDugOutOfTheFiles() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        for (int i = 0; i < 300; i++) {
            bot.says("ann", "!note marzipan-" + i);
        }
        assertThat(filesWith("marzipan-")).as("what is kept").isNotEmpty();
        bot.says("ann", "!forget me -yes");
        bot.close();
        assertThat(filesWith("marzipan-")).isEmpty();
        bot = HomeBot.at(home);
    }

    private List<Path> filesWith(String text) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(home.relativize(file));
                }
            }
        }
        return found;
    }

    @Test
    void remembersTheWishForAPluginThatIsAway() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note milk");
        bot.says("bob", "!note tea");
        bot.part(Plugins.class).unload("notes");
        assertThat(bot.answer("ann", "!export me"))
                .contains("Not reached: notes is not loaded. Ask again when it is loaded.");
        assertThat(bot.answer("ann", "!forget me -yes"))
                .contains("Not reached: notes is not loaded. It will forget you when it is loaded next.");
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
                .contains("notes: 1 notes", "broken failed; the bot's log says how. It will forget you")
                .doesNotContain("oops");
        bot.load(mended(), "broken.jar");
        awaitAnswer("test:ann", "ann", "!forgotten");
    }

    @Test
    void waitsTenSecondsForAPluginAndNoLonger() throws Exception {
        bot.load(slow(), "slow.jar");
        var answered = bot.publish("lobby", "ann", "!export me").toCompletableFuture();
        assertThat(HomeBot.comesTrue(() -> bot.answer("bob", "!asked").equals("true")))
                .isTrue();
        assertThat(answered).isNotDone();
        bot.time().advance(Duration.ofSeconds(11));
        answered.get(60, TimeUnit.SECONDS);
        assertThat(bot.lastText()).contains("slow did not answer within 10 s.");
    }

    @Test
    void exportsWhatIsUnderWay() throws Exception {
        bot.load(slow(), "slow.jar");
        var _ = bot.publish("lobby", "ann", "!wait for tea");
        assertThat(HomeBot.comesTrue(() -> bot.answer("bob", "!waiting").equals("true")))
                .isTrue();
        var answered = bot.publish("lobby", "ann", "!export me").toCompletableFuture();
        assertThat(HomeBot.comesTrue(() -> bot.answer("bob", "!asked").equals("true")))
                .isTrue();
        bot.time().advance(Duration.ofSeconds(11));
        answered.get(60, TimeUnit.SECONDS);
        assertThat(bot.lastText()).contains("core journal: what is under way (1)");
        assertThat(bot.file()).contains("\"written\" : \"wait for tea\"");
        bot.part(Plugins.class).unload("slow"); // else the bot's end would wait for it
    }

    @Test
    void zipsALargeExport() throws Exception {
        bot.load(notes("1.0.0"), "notes.jar");
        bot.says("ann", "!note " + "milk".repeat(1 << 18));
        bot.says("ann", "!note " + "milk".repeat(1 << 18));
        bot.says("ann", "!export me");
        var file = bot.connector().sent().getLast().content().attachments().getFirst();
        assertThat(file.name()).isEqualTo("bellhop-export.json.gz");
        assertThat(file.size()).isLessThan(1 << 16);
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

    private static PluginJar slow() {
        return PluginJar.of("slow", "1.0.0").source("slow", """
                @ChatPlugin public final class Main implements PersonalData {
                  private volatile boolean asked;
                  private volatile boolean waiting;
                  @Command(name = "wait", help = "Waits.")
                  void wait(@Rest String what) throws Exception {
                    waiting = true;
                    new CountDownLatch(1).await();
                  }
                  @Command(name = "waiting", help = "Says whether it does.", repeatable = true)
                  String waiting() { return String.valueOf(waiting); }
                  @Command(name = "asked", help = "Says whether it was.", repeatable = true)
                  String asked() { return String.valueOf(asked); }
                  @Override public Map<String, ?> export(UserId user) throws Exception {
                    asked = true;
                    new CountDownLatch(1).await();
                    return Map.of();
                  }
                  @Override public List<String> forget(UserId user) { return List.of(); }
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
