package io.bellhop.core.plugin;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests need that load plugins into a bot, which runs in a home of its own. */
abstract class RunningBotTest {
    @TempDir
    Path home;

    TestBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = TestBot.started(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }
}
