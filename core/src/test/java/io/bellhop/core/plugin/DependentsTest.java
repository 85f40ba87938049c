package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DependentsTest extends RunningBotTest {
    @Test
    void aServiceReachesTheDependent() throws Exception {
        bot.load(luck("1.0.0"), "luck.jar");
        bot.load(dice("^1.0.0"), "dice.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("luck 1.0.0");
    }

    @Test
    void aMissingDependencyIsToldAndTheDependentComesWithIt() throws Exception {
        luck("1.0.0").write(home.resolve("luck.jar"));
        assertThatThrownBy(() -> bot.load(dice("^1.0.0"), "dice.jar"))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("luck@^1.0.0")
                .hasMessageContaining("not there");
        bot.load(luck("1.0.0"), "luck.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("luck 1.0.0");
    }

    @Test
    void aDependencyOfTheWrongVersionIsTold() throws Exception {
        bot.load(luck("1.0.0"), "luck.jar");
        assertThatThrownBy(() -> bot.load(dice("^2.0.0"), "dice.jar"))
                .hasMessageContaining("luck@^2.0.0")
                .hasMessageContaining("version 1.0.0");
        assertThat(bot.status("luck").state()).isEqualTo(PluginState.RUNNING);
    }

    @Test
    void aCircleIsToldAndLeavesOthersAlone() throws Exception {
        bot.put(PluginJar.simple("a", "1.0.0").with("Plugin-Dependencies", "b"), "a.jar");
        bot.put(PluginJar.simple("b", "1.0.0").with("Plugin-Dependencies", "a"), "b.jar");
        bot.put(PluginJar.simple("c", "1.0.0"), "c.jar");
        bot.close();
        bot = TestBot.started(home);
        assertThat(bot.status("a").reason()).contains("a -> b -> a");
        assertThat(bot.status("b").state()).isEqualTo(PluginState.REFUSED);
        assertThat(bot.commands.answer("c")).isEqualTo("1.0.0");
    }

    @Test
    void dependentsComeBackAfterAnUpgradeWithFreshHandles() throws Exception {
        bot.load(luck("1.0.0"), "luck.jar");
        bot.load(dice("^1.0.0"), "dice.jar");
        bot.load(luck("1.2.0"), "luck.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("luck 1.2.0");
    }

    @Test
    void dependentsComeBackWhenAnUpgradeFails() throws Exception {
        bot.load(luck("1.0.0"), "luck.jar");
        bot.load(dice("^1.0.0"), "dice.jar");
        var broken = luck("1.3.0").source("luck", """
                @ChatPlugin public final class Broken { public Broken() { throw new IllegalStateException("no"); } }""");
        assertThatThrownBy(() -> bot.load(broken, "luck.jar")).hasMessageContaining("IllegalStateException");
        assertThat(bot.commands.answer("dice")).isEqualTo("luck 1.0.0");
    }

    @Test
    void anUpgradeWhoseDependencyIsMissingChangesNothingUntilItIsThere() throws Exception {
        bot.load(PluginJar.simple("coin", "1.0.0"), "coin.jar");
        assertThatThrownBy(() ->
                        bot.load(PluginJar.simple("coin", "2.0.0").with("Plugin-Dependencies", "luck"), "coin.jar"))
                .hasMessageContaining("luck");
        assertThat(bot.commands.answer("coin")).isEqualTo("1.0.0");
        bot.load(luck("1.0.0"), "luck.jar");
        assertThat(bot.commands.answer("coin")).isEqualTo("2.0.0");
    }

    @Test
    void unloadingTakesDependentsAlongAndLoadingBringsThemBack() throws Exception {
        bot.load(luck("1.0.0"), "luck.jar");
        bot.load(dice("^1.0.0"), "dice.jar");
        bot.plugins.unload("luck");
        assertThat(bot.status("dice").reason()).contains("luck", "is unloaded");
        assertThat(bot.commands.serves("dice")).isFalse();
        bot.plugins.load("luck");
        assertThat(bot.commands.answer("dice")).isEqualTo("luck 1.0.0");
    }

    @Test
    void aHandleIsRevokedWithItsPlugin() throws Exception {
        bot.load(luck("1.0.0"), "luck.jar");
        bot.load(dice("^1.0.0").source("dice", """
                @ChatPlugin public final class Keeper implements Lifecycle {
                  @Inject Keeper(p.luck.Luck luck) { System.getProperties().put("kept", (Runnable) luck::say); }
                }"""), "dice.jar");
        var kept = (Runnable) Objects.requireNonNull(System.getProperties().remove("kept"));
        kept.run();
        bot.plugins.unload("luck");
        assertThatThrownBy(kept::run)
                .hasMessageContaining("luck")
                .hasFieldOrPropertyWithValue("code", "plugin.service-gone");
    }

    @Test
    void onlyExportedPackagesAreSeen() throws Exception {
        bot.load(luck("1.0.0"), "luck.jar");
        bot.load(dice("^1.0.0").source("dice", """
                @ChatPlugin public final class Spy {
                  @Command(name = "spy", help = "Looks around.")
                  String spy() {
                    var seen = new ArrayList<String>();
                    for (var name : List.of("p.luck.Luck", "p.hidden.Inner", "com.google.inject.Guice", "org.pf4j.Plugin",
                        "ch.qos.logback.classic.Logger", "io.bellhop.core.plugin.Plugins", "org.slf4j.Logger",
                        "io.bellhop.api.chat.Text", "java.sql.Connection")) {
                      try { Class.forName(name); seen.add(name); } catch (ClassNotFoundException e) { continue; }
                    }
                    return String.join(" ", seen);
                  }
                }"""), "dice.jar");
        assertThat(bot.commands.run("dice", "spy").join())
                .isEqualTo("p.luck.Luck org.slf4j.Logger io.bellhop.api.chat.Text java.sql.Connection");
    }

    private static PluginJar luck(String version) {
        return PluginJar.of("luck", version)
                .with("Bellhop-Exports", "p.luck")
                .source("luck", "@Service public interface Luck { String say(); }")
                .source("hidden", "public class Inner {}")
                .source("luck", """
                        @ChatPlugin public final class Main implements Luck {
                          public String say() { return "luck %s"; }
                        }""".formatted(version));
    }

    private PluginJar dice(String range) throws Exception {
        var library = Files.createTempFile("luck", ".jar");
        luck("1.0.0").write(library);
        return PluginJar.of("dice", "1.0.0")
                .against(library)
                .with("Plugin-Dependencies", "luck@" + range)
                .source("dice", """
                        @ChatPlugin public final class Main {
                          private final p.luck.Luck luck;
                          @Inject Main(p.luck.Luck luck) { this.luck = luck; }
                          @Command(name = "dice", help = "Asks luck.") String say() { return luck.say(); }
                        }""");
    }
}
