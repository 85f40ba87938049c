package io.bellhop.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bellhop.core.plugin.roster.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class UnloadingTest {
    @TempDir
    private Path home;

    @AfterEach
    void forgetThePluginUnderTest() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("bellhop.plugin."));
    }

    @Test
    void doesNotMindWhatTheJdkHoldsSoftly() throws Exception {
        try (var bot = plugin("""
                record Name(String text) {}
                record Greeting(Name name) {}

                @Command(name = "same", help = "Compares.")
                public String same() {
                    return "" + new Greeting(new Name("ann")).equals(new Greeting(new Name("ann")));
                }
                """)) {
            bot.as("ann").says("!same").repliesWith("true");
            bot.unloadsCleanly();
        }
    }

    @Test
    void findsWhatIsHeldForGood() throws Exception {
        try (var bot = plugin("""
                @Command(name = "hold", help = "Holds.")
                public String hold() {
                    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
                    return "held";
                }
                """)) {
            bot.as("ann").says("!hold").repliesWith("held");
            assertThatThrownBy(() -> bot.unloadsCleanly(Duration.ofSeconds(1)))
                    .hasMessageStartingWith("Classes of the plugin are still held");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
    }

    @Test
    void endsWhatNeedsAnotherBeforeThatOneSoThatNothingIsMissed() throws Exception {
        var bank = SnippetCompiler.file("org.example.bank", """
                @ChatPlugin
                public final class Bank {}
                """);
        var shop = SnippetCompiler.file("org.example.shop", """
                @ChatPlugin
                public final class Shop {}
                """);
        var needed = new DocumentedPlugin("org.example.bank", List.of(bank), List.of());
        needed.prepare(home);
        PluginUnderTest.packInto(home);
        new DocumentedPlugin("org.example.shop", List.of(shop), List.of(needed)).prepare(home);
        var logger = (Logger) LoggerFactory.getLogger(Settlement.class);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logger.addAppender(logged);
        try {
            TestBot.with().plugin(home.resolve("bank.jar")).load().close();
        } finally {
            logger.detachAppender(logged);
        }
        assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }

    private TestBot plugin(String members) throws Exception {
        var file = SnippetCompiler.file("org.example.holder", """
                @ChatPlugin
                public final class Holder {
                %s}
                """.formatted(members));
        new DocumentedPlugin("org.example.holder", List.of(file), List.of()).prepare(home);
        return TestBot.with().load();
    }
}
