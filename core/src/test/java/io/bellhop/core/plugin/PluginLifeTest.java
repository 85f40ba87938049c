package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.roster.PluginState;
import java.nio.file.Files;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class PluginLifeTest extends RunningBotTest {
    @Test
    void servesWhatItLoads() throws Exception {
        var status = bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        assertThat(status.state()).isEqualTo(PluginState.RUNNING);
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void announcesAllCommandsBeforeTheFirstPluginRuns() throws Exception {
        bot.close();
        bot.put(PluginJar.simple("a", "1.0.0"), "a.jar");
        bot.put(PluginJar.simple("b", "1.0.0"), "b.jar");
        bot = TestBot.started(home);
        assertThat(bot.commands.log.subList(0, 2)).containsExactlyInAnyOrder("announce a", "announce b");
        assertThat(bot.commands.answer("b")).isEqualTo("1.0.0");
    }

    @Test
    void upgradesFromTheSameFile() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        bot.load(PluginJar.simple("dice", "1.1.0"), "dice.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("1.1.0");
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void goesBackToTheOldCopyWhenTheNewOneDoesNotStart() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        var broken = PluginJar.of("dice", "2.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  public Main() { throw new IllegalStateException("no /home/ann/dice.db"); }
                }""");
        assertThatThrownBy(() -> bot.load(broken, "dice.jar"))
                .isInstanceOf(PluginRefused.class)
                .hasMessageContaining("IllegalStateException")
                .hasMessageNotContaining("/home/ann"); // what an exception says may not be said in a chat
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
        assertThat(bot.status("dice").version()).isEqualTo("1.0.0");
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void aBrokenFileChangesNothing() throws Exception {
        var file = bot.put(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        bot.plugins.load(file);
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> bot.plugins.load(file)).isInstanceOf(PluginRefused.class);
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void aTakenCommandNameChangesNothing() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        bot.load(PluginJar.simple("coin", "1.0.0"), "coin.jar");
        var greedy = PluginJar.of("coin", "2.0.0").source("coin", """
                @ChatPlugin public final class Main {
                  @Command(name = "dice", help = "Takes another's name.") String say() { return "no"; }
                }""");
        assertThatThrownBy(() -> bot.load(greedy, "coin.jar")).hasMessageContaining("belongs to dice");
        assertThat(bot.commands.answer("coin")).isEqualTo("1.0.0");
    }

    @Test
    void aDuplicateIdFromAnotherFileIsRefusedUntilTheFirstGoes() throws Exception {
        var first = bot.put(PluginJar.simple("dice", "1.0.0"), "a.jar");
        bot.plugins.load(first);
        assertThatThrownBy(() -> bot.load(PluginJar.simple("dice", "2.0.0"), "b.jar"))
                .hasMessageContaining("already there from a.jar");
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void unloadHoldsUntilLoad() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        assertThat(bot.plugins.unload("dice").state()).isEqualTo(PluginState.UNLOADED);
        assertThat(bot.commands.serves("dice")).isFalse();
        assertThat(copies()).isZero();
        assertThat(bot.plugins.load("dice").state()).isEqualTo(PluginState.RUNNING);
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void disableSurvivesARestart() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        assertThat(bot.plugins.disable("dice").state()).isEqualTo(PluginState.DISABLED);
        bot.close();
        bot = TestBot.started(home);
        assertThat(bot.status("dice").state()).isEqualTo(PluginState.DISABLED);
        assertThatThrownBy(() -> bot.plugins.load("dice")).hasMessageContaining("enable");
        assertThat(bot.plugins.enable("dice").state()).isEqualTo(PluginState.RUNNING);
        assertThat(bot.commands.answer("dice")).isEqualTo("1.0.0");
    }

    @Test
    void aPluginThatKeepsFailingIsQuarantinedAndItsOwnerTold() throws Exception {
        bot.load(PluginJar.simple("dice", "1.0.0"), "dice.jar");
        for (int i = 0; i < PluginFaults.BUDGET; i++) {
            bot.faults.report("dice", "command dice", new IllegalStateException("boom"));
        }
        var report = bot.plugins.report("dice");
        assertThat(report.status().state()).isEqualTo(PluginState.QUARANTINED);
        assertThat(bot.notices)
                .singleElement()
                .asString()
                .contains("dice", "The command plugin enable dice tries it again.");
        assertThat(bot.plugins.enable("dice").state()).isEqualTo(PluginState.RUNNING);
    }

    @Test
    void aFailingConfigurationIsToldAsItIs() {
        var jar = PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  @Config public record Settings(String token) {}
                  @Inject Main(Settings settings) {}
                }""");
        assertThatThrownBy(() -> bot.load(jar, "dice.jar"))
                .hasMessageContaining(": bellhop.yaml:3: plugins.dice.token must be set");
    }

    @Test
    void whatCanNotBeInjectedIsNamed() {
        var jar = PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main {
                  @Inject Main(Runnable task) {}
                }""");
        assertThatThrownBy(() -> bot.load(jar, "dice.jar"))
                .hasMessageContaining("can't have")
                .hasMessageContaining("Runnable");
    }

    @Test
    void middlewareAndSubscriptionsEndWithTheirPlugin() throws Exception {
        var jar = PluginJar.of("ears", "1.0.0").source("ears", """
                @ChatPlugin public final class Main implements Middleware {
                  public record Said(String what) implements Event {}
                  @Subscribe void hear(Said said) { System.setProperty("ears.heard", said.what()); }
                  private final Broker broker;
                  @Inject Main(Broker broker) { this.broker = broker; }
                  @Command(name = "ears", help = "Publishes.")
                  String say() { broker.publish(new Said("hello")).toCompletableFuture().join(); return "ok"; }
                }""");
        bot.load(jar, "ears.jar");
        assertThat(bot.commands.middlewares).hasSize(1);
        bot.commands.answer("ears");
        assertThat(System.getProperty("ears.heard")).isEqualTo("hello");
        bot.plugins.unload("ears");
        assertThat(bot.commands.middlewares).isEmpty();
    }

    @Test
    void independentPluginsStartBesideEachOther() throws Exception {
        System.getProperties().put("meeting", new CyclicBarrier(2));
        bot.close();
        bot.put(meeting("a"), "a.jar");
        bot.put(meeting("b"), "b.jar");
        bot = TestBot.started(home);
        assertThat(bot.status("a").state()).isEqualTo(PluginState.RUNNING);
        assertThat(bot.status("b").state()).isEqualTo(PluginState.RUNNING);
    }

    private static PluginJar meeting(String id) {
        return PluginJar.of(id, "1.0.0").source(id, """
                @ChatPlugin public final class Main implements Lifecycle {
                  public void start() throws Exception {
                    ((CyclicBarrier) System.getProperties().get("meeting")).await(20, TimeUnit.SECONDS);
                  }
                }""");
    }

    @Test
    void anUpgradeWaitsForRunningCommands() throws Exception {
        var slow = PluginJar.of("slow", "1.0.0").source("slow", """
                @ChatPlugin public final class Main {
                  @Command(name = "slow", help = "Takes its time.")
                  String say() throws Exception { Thread.sleep(200); return "done"; }
                }""");
        bot.load(slow, "slow.jar");
        var answer = bot.commands.run("slow", "slow");
        bot.load(PluginJar.simple("slow", "1.1.0"), "slow.jar");
        assertThat(answer).isCompletedWithValue("done");
        assertThat(bot.commands.answer("slow")).isEqualTo("1.1.0");
    }

    @Test
    void aFailingStopIsNoObstacle() throws Exception {
        bot.load(PluginJar.of("dice", "1.0.0").source("dice", """
                @ChatPlugin public final class Main implements Lifecycle {
                  public void stop() { throw new IllegalStateException("no"); }
                }"""), "dice.jar");
        assertThat(bot.plugins.unload("dice").state()).isEqualTo(PluginState.UNLOADED);
    }

    private int copies() throws Exception {
        try (var files = Files.list(home.resolve("data/plugin-copies"))) {
            return (int) files.filter(file -> file.toString().endsWith(".jar")).count();
        }
    }
}
