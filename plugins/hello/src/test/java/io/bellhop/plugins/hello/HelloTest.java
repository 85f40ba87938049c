package io.bellhop.plugins.hello;

import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HelloTest {
    @AutoClose
    private final TestBot bot = TestBot.load();

    @Test
    void greetsTheWorldAndWhoeverIsNamed() {
        bot.as("ann").says("!hello").replies("Hello, world!");
        bot.as("ann").says("!hello Bob").replies("Hello, Bob!");
    }

    @Test
    void keepsItsExamples() {
        bot.tryExamples();
    }

    @Test
    void leavesNothingBehind() {
        bot.as("ann").says("!hello");
        bot.unloadsCleanly();
    }
}
