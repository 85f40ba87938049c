package io.bellhop.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.access.Rank;
import io.bellhop.core.app.HomeBot;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.plugin.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that plugins declare. */
class PluginSettingsTest {
    @TempDir
    private Path home;

    private HomeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = open();
        bot.load(greeter("1.0.0", 10), "greeter.jar");
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void startWithTheirDefaults() {
        assertThat(bot.answer("ann", "!greet")).isEqualTo("hello 2 true PT1M30S WARM [a, b]");
    }

    @Test
    void areTypedAndHoldAtOnce() {
        bot.says("mo", "!settings set greeter.text Ahoy, you there");
        bot.says("mo", "!settings set greeter.times 7");
        bot.says("mo", "!settings set greeter.loud false");
        bot.says("mo", "!settings set greeter.pause 2h");
        bot.says("mo", "!settings set greeter.tone ice-cold");
        bot.says("mo", "!settings set greeter.names x, y");
        assertThat(bot.answer("ann", "!greet")).isEqualTo("Ahoy, you there 7 false PT2H ICE_COLD [x, y]");
        bot.says("mo", "!settings set greeter.names \"\"");
        bot.says("mo", "!settings set greeter.text \"\"");
        assertThat(bot.answer("ann", "!greet")).isEqualTo(" 7 false PT2H ICE_COLD []");
    }

    @Test
    void holdInTheNarrowestPlace() throws Exception {
        bot.close();
        Files.writeString(home.resolve("bellhop.yaml"), "plugins:\n  greeter:\n    text: file\n");
        bot = open();
        assertThat(greeting("hall")).isEqualTo("file");
        bot.says("owner", "!settings set -bot greeter.text bot");
        assertThat(greeting("hall")).isEqualTo("bot");
        bot.says("owner", "!settings set -space greeter.text space");
        bot.says("owner", "!settings set greeter.text channel");
        assertThat(greeting("lobby")).isEqualTo("channel");
        assertThat(greeting("hall")).isEqualTo("space");
        assertThat(greeting("annex/hall")).isEqualTo("bot");
        assertThat(greeting("@ann")).isEqualTo("bot");
        assertThat(bot.answer("owner", "!settings get greeter.text"))
                .contains(
                        "greeter.text = channel (this channel)",
                        "what is said",
                        "for this space: space",
                        "in bellhop.yaml: file");
        bot.says("owner", "!settings reset greeter.text");
        assertThat(greeting("lobby")).isEqualTo("space");
    }

    @Test
    void areCheckedWithASentence() {
        assertThat(bot.answer("mo", "!settings set greeter.times many"))
                .contains("greeter.times is not a whole number, such as 16.", "settings.value");
        assertThat(bot.answer("mo", "!settings set greeter.times 11")).contains("greeter.times is not from 1 to 10.");
        assertThat(bot.answer("mo", "!settings set greeter.tone ice-clod")).contains("did you mean ice-cold?");
        assertThat(bot.answer("mo", "!settings set greeter.tims 3")).contains("Did you mean greeter.times?");
        assertThat(bot.answer("ann", "!greet")).startsWith("hello 2 ");
    }

    @Test
    void outliveTheirPlugin() throws Exception {
        bot.says("mo", "!settings set greeter.times 7");
        bot.part(Plugins.class).unload("greeter");
        assertThat(bot.answer("mo", "!settings list greeter"))
                .isEqualTo("greeter.times = 7 (this channel; its plugin is not loaded)");
        assertThat(bot.answer("mo", "!settings set greeter.times 8")).contains("settings.unknown");
        bot.close();
        bot = open();
        assertThat(bot.answer("ann", "!greet")).startsWith("hello 7 ");
    }

    @Test
    void canBeResetWhileTheirPluginIsAway() throws Exception {
        bot.says("mo", "!settings set greeter.times 7");
        bot.part(Plugins.class).unload("greeter");
        assertThat(bot.answer("mo", "!settings reset greeter.times")).isEqualTo("Reset greeter.times.");
        bot.part(Plugins.class).load("greeter");
        assertThat(bot.answer("ann", "!greet")).startsWith("hello 2 ");
    }

    @Test
    void fallBackWhenANewVersionAllowsThemNoLonger() throws Exception {
        bot.says("mo", "!settings set greeter.times 7");
        bot.says("mo", "!settings set greeter.text Hi");
        bot.load(greeter("1.1.0", 5), "greeter.jar");
        assertThat(bot.answer("ann", "!greet")).startsWith("Hi 2 ");
    }

    @Test
    void cantBeSecrets() {
        var jar = PluginJar.of("sly", "1.0.0").source("sly", """
                @ChatPlugin public final class Main {
                  @Settings public record Keys(@Setting(orElse = "x") Secret token) {}
                  @Inject Main(ChatSettings<Keys> keys) {}
                }""");
        assertThatThrownBy(() -> bot.load(jar, "sly.jar"))
                .hasMessageContaining("setting token whose type can't be set in chat");
    }

    @Test
    void leaveNothingBehind() throws Exception {
        bot.says("mo", "!settings set greeter.times 7");
        bot.says("ann", "!greet");
        var plugins = bot.part(Plugins.class);
        plugins.unload("greeter");
        var ending = plugins.report("greeter").ending().orElseThrow();
        assertThat(HomeBot.comesTrue(() -> {
                    System.gc();
                    return ending.isCollected();
                }))
                .isTrue();
    }

    private HomeBot open() throws Exception {
        var opened = HomeBot.at(home);
        opened.rank("mo", Rank.MODERATOR);
        return opened;
    }

    private String greeting(String channel) {
        var answer = bot.saysIn(channel, "ann", "!greet").getFirst();
        return answer.substring(0, answer.indexOf(' '));
    }

    private static PluginJar greeter(String version, int most) {
        return PluginJar.of("greeter", version).source("greeter", """
                @ChatPlugin public final class Main {
                  public enum Tone { WARM, ICE_COLD }
                  @Settings public record Greetings(
                      @Setting(help = "what is said", orElse = "hello") String text,
                      @Setting(orElse = "2") int times,
                      @Setting(orElse = "true") boolean loud,
                      @Setting(orElse = "1m30s") java.time.Duration pause,
                      @Setting(orElse = "warm") Tone tone,
                      @Setting(orElse = {"a", "b"}) List<String> names) {
                    public Greetings {
                      if (times < 1 || times > %1$d) {
                        throw new IllegalArgumentException("times is not from 1 to %1$d");
                      }
                    }
                  }
                  private final ChatSettings<Greetings> settings;
                  @Inject Main(ChatSettings<Greetings> settings) { this.settings = settings; }
                  @Command(name = "greet", help = "Greets.", repeatable = true)
                  String greet(Invocation asking) {
                    var now = settings.in(asking.channel());
                    return now.text() + " " + now.times() + " " + now.loud() + " " + now.pause() + " " + now.tone()
                        + " " + now.names();
                  }
                }""".formatted(most));
    }
}
