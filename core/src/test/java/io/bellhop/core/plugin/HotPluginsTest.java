package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.app.HomeBot;
import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HotPluginsTest extends RunningBotTest {
    @Test
    void aJarThatAppearsIsLiveWithinASecond() {
        bot.put(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        long begin = System.nanoTime();
        await(() -> bot.commands.serves("dice"));
        assertThat(System.nanoTime() - begin).isLessThan(1_500_000_000L);
    }

    @Test
    void aJarThatChangesIsUpgradedAndOneThatGoesIsUnloaded() throws Exception {
        var file = bot.put(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        await(() -> bot.commands.serves("dice"));
        bot.put(PluginJar.simple("dice", "1.1.0"), "dice.jar");
        await(() ->
                bot.plugins.list().stream().anyMatch(plugin -> plugin.version().equals("1.1.0")));
        Files.delete(file);
        await(() -> bot.plugins.list().isEmpty());
        assertThat(bot.commands.serves("dice")).isFalse();
    }

    @Test
    void aRefusedJarIsShownAndTakenOnceItIsMended() throws Exception {
        Files.writeString(bot.folder.resolve("dice.jar"), "not yet");
        await(() -> !bot.plugins.list().isEmpty());
        assertThat(bot.plugins.list().getFirst().reason()).contains("not a JAR");
        bot.put(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        await(() -> bot.plugins.list().getFirst().state() == PluginState.RUNNING);
        assertThat(bot.plugins.list()).hasSize(1);
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void theSecondOfTwoFilesComesWhenTheFirstGoes() throws Exception {
        var first = bot.put(PluginJar.simple("dice", "1.0.0"), "a.jar");
        await(() -> bot.commands.serves("dice"));
        bot.put(PluginJar.simple("dice", "2.0.0"), "b.jar");
        await(() -> bot.plugins.list().size() == 2);
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
        Files.delete(first);
        await(() -> bot.plugins.list().size() == 1 && bot.commands.serves("dice"));
        assertThat(bot.commands.answer("dice")).isEqualTo("2.0.0");
    }

    @Test
    void theSecondOfTwoFilesComesAlsoWhenTheFirstGoesThatDidNotRun() throws Exception {
        var first = bot.put(PluginJar.simple("dice", "1.0.0"), "a.jar");
        bot.plugins.load(first);
        bot.plugins.unload("dice");
        assertThatThrownBy(() -> bot.load(PluginJar.simple("dice", "2.0.0"), "b.jar"))
                .hasMessageContaining("already there");
        Files.delete(first);
        await(() -> bot.commands.serves("dice"));
        assertThat(bot.commands.answer("dice")).isEqualTo("2.0.0");
    }

    @Test
    void theSecondOfTwoThatHaveACommandComesWhenTheFirstGoes() throws Exception {
        var first = bot.put(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        await(() -> bot.commands.serves("dice"));
        assertThatThrownBy(() -> bot.load(rolling("cubes"), "cubes.jar")).hasMessageContaining("dice");
        Files.delete(first);
        await(() -> bot.commands.serves("cubes"));
        assertThat(bot.commands.run("cubes", "dice").join()).isEqualTo("cubes");
    }

    @Test
    void theSecondOfTwoThatHaveACommandComesWhenTheFirstHasItNoLonger() throws Exception {
        bot.load(PluginJar.simple("coin", "1.0.0"), "coin.jar");
        bot.load(rolling("cubes"), "cubes.jar");
        assertThatThrownBy(() -> bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar"))
                .hasMessageContaining("cubes");
        bot.load(PluginJar.simple("coin", "1.1.0"), "coin.jar");
        assertThat(bot.status("dice").state()).isEqualTo(PluginState.REFUSED);
        bot.load(PluginJar.simple("cubes", "1.1.0"), "cubes.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void anUpgradeWithTheCommandOfAnotherComesWhenThatOneGoes() throws Exception {
        bot.load(PluginJar.simple("cubes", "0.9.0"), "cubes.jar");
        var first = bot.put(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        await(() -> bot.commands.serves("dice"));
        assertThatThrownBy(() -> bot.load(rolling("cubes"), "cubes.jar")).hasMessageContaining("dice");
        assertThat(bot.commands.answer("cubes")).isEqualTo("0.9.0");
        Files.delete(first);
        await(() -> bot.status("cubes").version().equals("1.0.0"));
        assertThat(bot.commands.run("cubes", "dice").join()).isEqualTo("cubes");
    }

    @Test
    void aFolderThatGoesUnloadsNothingAndIsWatchedAgainWhenItIsBack() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        var aside = Files.move(bot.folder, bot.folder.resolveSibling("aside"));
        Files.createDirectory(bot.folder.resolveSibling("other")); // nothing that the bot looks at
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
        Files.move(aside, bot.folder);
        bot.put(PluginJar.simple("coin", "1.0.0"), "coin.jar");
        await(() -> bot.commands.serves("coin"));
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void aChangedFileEndsTheHoldOfAnUnload() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        bot.plugins.unload("dice");
        bot.put(PluginJar.simple("dice", "1.1.0"), "dice.jar");
        await(() -> bot.commands.serves("dice"));
        assertThat(bot.commands.answer("dice")).isEqualTo("1.1.0");
    }

    /** Makes a plugin that has the command dice. */
    private static PluginJar rolling(String id) {
        return PluginJar.of(id, "1.0.0").source(id, """
                @ChatPlugin public final class Main {
                  @Command(name = "dice", help = "Says whose it is.")
                  String say() { return "%s"; }
                }""".formatted(id));
    }

    private static void await(BooleanSupplier condition) {
        assertThat(HomeBot.comesTrue(condition)).isTrue();
    }
}
