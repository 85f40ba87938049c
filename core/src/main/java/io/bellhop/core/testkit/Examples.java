package io.bellhop.core.testkit;

import io.bellhop.core.command.register.ExampleTrial;
import java.util.List;

/** Tries the examples that the commands of the plugin under test declare. */
record Examples(TestBot bot, ExampleTrial trials) {
    void tryAll() {
        for (var example : trials.of(PluginUnderTest.id())) {
            parses(example.line());
            if (!example.reply().isEmpty()) {
                bot.as("owner").says("!" + example.line()).replies(example.reply());
            }
        }
    }

    private void parses(String line) {
        var connector = bot.connector();
        var message = connector.message(
                FakeConnector.named("owner"),
                "lobby",
                line,
                List.of(),
                bot.time().clock().instant());
        trials.problem(message, connector).ifPresent(problem -> {
            throw new AssertionError("The example " + line + " does not parse: " + problem);
        });
    }
}
