package io.bellhop.core.discord;

import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.Payloads;
import java.nio.file.Path;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people do on Discord beside writing, with a whole bot behind it. */
@Timeout(120)
abstract class CallTest {
    @TempDir
    private Path home;

    RestartedBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = new RestartedBot(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    /** Loads what the tests call. */
    void loadTrials() throws Exception {
        bot.load("trials", CallTrials.SOURCE);
    }

    /** Ann calls a slash command. */
    LoopbackInteraction calls(String path, DataObject... options) {
        return bot.discord().interactions().calls(Payloads.ANN, path, options);
    }

    LoopbackInteraction presses(String user, String button) {
        return bot.discord().interactions().presses(user, button);
    }

    /** Ann writes in the lobby; returns what is said next there. */
    DataObject says(String content) throws InterruptedException {
        bot.discord().says(Payloads.ANN, content);
        return bot.said();
    }
}
