package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.app.HomeBot;
import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HotPluginsTest {
    @TempDir
    Path home;

    private TestBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = TestBot.started(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

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
        await(() -> bot.plugins.list().getFirst().version().equals("1.1.0"));
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

    private static void await(BooleanSupplier condition) {
        assertThat(HomeBot.comesTrue(condition)).isTrue();
    }
}
