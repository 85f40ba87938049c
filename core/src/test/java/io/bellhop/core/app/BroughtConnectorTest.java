package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Connectors;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.roster.PluginState;
import io.bellhop.core.telemetry.trace.Tracing;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A connector that comes in a plugin's JAR, in a whole bot. */
@Timeout(120)
class BroughtConnectorTest {
    private static final String WIND = "bellhop.test.wind";

    @TempDir
    private Path home;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final SystemTime time = new SystemTime();
    private Bot bot;

    @BeforeEach
    void start() throws Exception {
        System.getProperties().put(Pigeon.SAID, said);
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        var config = configuration.bind(CoreConfig.class, "");
        bot = new Bot(new BotParts(new Home(home), configuration, config, Set.of(), time, new Random(1), Tracing.NONE));
        bot.start();
    }

    @AfterEach
    void stop() throws Exception {
        bot.stop();
        time.close();
        System.getProperties().remove(Pigeon.SAID);
    }

    @Test
    void isStartedHeardAnsweredAndStoppedWithItsPlugin() throws Exception {
        assertThat(bot.plugins().load(pigeon("")).state()).isEqualTo(PluginState.RUNNING);
        assertThat(next()).isEqualTo("starts");
        assertThat(next()).startsWith("answer to 1: ").contains("pong");
        assertThat(bot.part(Connectors.class).find("pigeon")).isPresent();
        assertThat(bot.plugins().unload("pigeon").state()).isEqualTo(PluginState.UNLOADED);
        assertThat(next()).isEqualTo("stops");
        assertThat(said).isEmpty();
        assertThat(bot.part(Connectors.class).find("pigeon")).isEmpty();
    }

    @Test
    void isAnsweredFromTheJournalAlsoWhenItWasLoadedAnew() throws Exception {
        var file = Pigeon.jar("", "!cancel").write(home.resolve("plugins").resolve("pigeon.jar"));
        for (int i = 0; i < 2; i++) {
            bot.plugins().load(file);
            assertThat(next()).isEqualTo("starts");
            assertThat(next()).startsWith("answer to 1: ").contains("running");
            bot.plugins().unload("pigeon");
            assertThat(next()).isEqualTo("stops");
        }
    }

    @Test
    void isTakenDownOnceWhenItDoesNotStart() throws Exception {
        var file = pigeon("if (true) { throw new IllegalStateException(); }");
        assertThatThrownBy(() -> bot.plugins().load(file)).hasMessageContaining("IllegalStateException");
        assertThat(next()).isEqualTo("starts");
        assertThat(next()).isEqualTo("stops");
        assertThat(said).isEmpty();
        assertThat(bot.part(Connectors.class).find("pigeon")).isEmpty();
    }

    @Test
    void isTakenDownWhenItHasStartedOnlyAfterItsPluginWasUnloaded() throws Exception {
        var file =
                pigeon("while (System.getProperties().containsKey(\"%s\")) { Thread.onSpinWait(); }".formatted(WIND));
        System.setProperty(WIND, "against");
        var loading = CompletableFuture.supplyAsync(() -> load(file));
        assertThat(next()).isEqualTo("starts");
        assertThat(bot.plugins().unload("pigeon").state()).isEqualTo(PluginState.STUCK);
        System.clearProperty(WIND);
        assertThat(next()).isEqualTo("stops");
        assertThat(loading.join()).isNotBlank(); // it was either ended or is unloaded by now
        while (bot.part(Connectors.class).find("pigeon").isPresent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void leavesNoClassesBehind() throws Exception {
        bot.plugins().load(pigeon(""));
        next();
        next();
        bot.plugins().unload("pigeon");
        var ending = bot.plugins().report("pigeon").ending().orElseThrow();
        while (!ending.isCollected()) {
            System.gc();
        }
    }

    private String load(Path file) {
        try {
            return bot.plugins().load(file).reason();
        } catch (PluginRefused | InterruptedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private @Nullable String next() throws InterruptedException {
        return said.poll(60, TimeUnit.SECONDS);
    }

    private Path pigeon(String duringStart) {
        return Pigeon.jar(duringStart).write(home.resolve("plugins").resolve("pigeon.jar"));
    }
}
