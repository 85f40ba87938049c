package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.SystemTime;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.plugin.Plugins;
import io.bellhop.core.plugin.roster.PluginState;
import io.bellhop.core.plugin.roster.PluginStatus;
import io.bellhop.core.telemetry.trace.Tracing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the owner has configured, and the plugins that it is meant for. */
class BotPluginsTest {
    @TempDir
    private Path home;

    private final SystemTime time = new SystemTime();
    private @Nullable Bot bot;

    @AfterEach
    void stop() throws Exception {
        if (bot != null) {
            bot.stop();
        }
        time.close();
    }

    @Test
    void refusesAPluginThatIsConfiguredByAKeyItDoesNotKnow() throws Exception {
        var status = started("plugins:\n  dice:\n    sides: 20\n");
        assertThat(status.state()).isEqualTo(PluginState.REFUSED);
        assertThat(status.reason())
                .contains(" bellhop.yaml:3", "plugins.dice.sides", "unknown")
                .doesNotContain(home.toString());
    }

    @Test
    void refusesAPluginWhoseHashIsAnother() throws Exception {
        var status = started("plugins:\n  dice:\n    sha256: " + "0".repeat(64) + "\n");
        assertThat(status.state()).isEqualTo(PluginState.REFUSED);
        assertThat(status.reason()).contains("sha256");
    }

    @Test
    void refusesAPluginWhoseHashIsNoneAndSaysThatAlone() throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(Plugins.class);
        var warnings = new ListAppender<ILoggingEvent>();
        warnings.start();
        logger.addAppender(warnings);
        try {
            var status = started("plugins:\n  dice:\n    sha256: abc\n  other:\n    sides: 20\n");
            assertThat(status.state()).isEqualTo(PluginState.REFUSED);
            assertThat(status.reason())
                    .contains(" bellhop.yaml:", "plugins.dice", "64 hexadecimal digits")
                    .doesNotContain(home.toString());
        } finally {
            logger.detachAppender(warnings);
        }
        assertThat(warnings.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("plugins.other is configured, but there is no plugin of that name");
    }

    @Test
    void runsAPluginThatIsNotMentioned() throws Exception {
        assertThat(started("plugins:\n  other:\n    sides: 20\n").state()).isEqualTo(PluginState.RUNNING);
    }

    private PluginStatus started(String yaml) throws Exception {
        Files.writeString(home.resolve("bellhop.yaml"), yaml);
        PluginJar.simple("dice", "1.0.0")
                .write(Files.createDirectories(home.resolve("plugins")).resolve("dice.jar"));
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        var made = new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(),
                time,
                new Random(1),
                Tracing.NONE));
        bot = made;
        made.start();
        made.plugins().await();
        return made.plugins().list().getFirst();
    }
}
