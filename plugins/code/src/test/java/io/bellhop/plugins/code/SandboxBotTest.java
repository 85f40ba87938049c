package io.bellhop.plugins.code;

import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SandboxBotTest {
    @AutoClose
    private final TestBot bot = TestBot.load();

    @Test
    void showsOwnersWhichLayersHold() {
        bot.as("owner")
                .says("!sandbox selftest")
                .repliesWith("holds  network: ")
                .repliesWith("holds  memory: ")
                .repliesWith("Programs run in sandboxes here.");
    }

    @Test
    void isForOwnersOnly() {
        bot.as("ann").says("!sandbox selftest").isRefused("access.rank");
    }
}
