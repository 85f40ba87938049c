package io.bellhop.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.plugin.run.Ending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
    private static final int RELOADS = 200;

    @TempDir
    Path home;

    @Test
    @Timeout(120)
    void twoHundredReloadsLeaveNoLoaderAndNoThread() throws Exception {
        var bot = TestBot.started(home);
        var file = bot.put(busy(), "busy.jar");
        var endings = new ArrayList<Ending>();
        int threads = Thread.activeCount();
        bot.plugins.load(file);
        for (int i = 0; i < RELOADS; i++) {
            bot.commands.answer("busy");
            bot.plugins.load(file);
            endings.add(bot.plugins.report("busy").ending().orElseThrow());
        }
        bot.plugins.unload("busy");
        endings.add(bot.plugins.report("busy").ending().orElseThrow());
        assertThat(alive(endings)).isZero();
        assertThat(endings).allSatisfy(ending -> assertThat(ending.stuck()).isEmpty());
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
        bot.close();
    }

    private static long alive(List<Ending> endings) throws InterruptedException {
        long alive = endings.size();
        for (int i = 0; i < 1000 && alive > 0; i++) {
            System.gc();
            Thread.sleep(50); // a collector has no signal to wait for
            alive = endings.stream().filter(ending -> !ending.isCollected()).count();
        }
        return alive;
    }

    private static PluginJar busy() {
        return PluginJar.of("busy", "1.0.0").source("busy", """
                @ChatPlugin public final class Main implements Lifecycle, Middleware {
                  record Said(String what) implements Event {}
                  @Subscribe void hear(Said said) {}
                  private final Broker broker;
                  private final Scheduler scheduler;
                  @Inject Main(Broker broker, Scheduler scheduler, Part part) {
                    this.broker = broker;
                    this.scheduler = scheduler;
                  }
                  public void start() { scheduler.every(java.time.Duration.ofMinutes(1), () -> {}); }
                  @Command(name = "busy", help = "Is busy.")
                  String say() { broker.publish(new Said("x")).toCompletableFuture().join(); return "ok"; }
                  public static final class Part { }
                }""");
    }
}
